import { and, eq, lte, type SQL, sql, type TenantDb } from "@storehouse/db";
import { inventoryEntries, products, variants } from "@storehouse/db/tenant";

type Wish = Readonly<{ until: Date; ofProducts: SQL | undefined; isAsked: SQL }>;

/**
 * Adds up all that had happened by a moment, by variant and place, the places of a variant side by side. Of a whole factory that is tens of
 * thousands of rows, so nothing in them is turned into what only a person would read.
 */
export function selectPlaces(db: TenantDb, { until, ofProducts, isAsked }: Wish) {
  const { variantId, locationId, quantity, value, occurredAt } = inventoryEntries;
  const sums = db
    .select({
      variant: sql<Buffer>`${variantId}`,
      isAsked: sql<number | string>`min(${isAsked})`,
      onHand: sql<string>`sum(${quantity})`,
      value: sql<string>`sum(${value})`,
    })
    .from(inventoryEntries, { forceIndex: ["inventory_entries_stock_ix"] });
  const joined =
    ofProducts === undefined
      ? sums
      : sums.innerJoin(variants, eq(variants.id, variantId)).innerJoin(products, eq(products.id, variants.productId));
  return joined
    .where(and(lte(occurredAt, until), ofProducts))
    .groupBy(variantId, locationId)
    .orderBy(variantId, locationId);
}
