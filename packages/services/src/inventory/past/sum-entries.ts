import { and, eq, lte, type SQL, sum, type TenantDb } from "@storehouse/db";
import { inventoryEntries, products, variants } from "@storehouse/db/tenant";
import { moneyOf, quantityOf } from "@storehouse/domain";
import { shareValue } from "./share-value.ts";

/** What was left of a variant at a place, and its share of the variant's value. */
export type PastPlace = Readonly<{ variantId: string; locationId: string; onHand: bigint; value: bigint }>;

/** Adds up all that had happened by a moment to the variants of products that a condition names, at every place. */
export async function sumEntries(
  db: TenantDb,
  until: Date,
  ofProducts: SQL | undefined,
): Promise<readonly PastPlace[]> {
  const rows = await selectSums(db, until, ofProducts);
  return [...Map.groupBy(rows, ({ variantId }) => variantId).values()].flatMap((places) => {
    const onHands = places.map(({ onHand }) => quantityOf(onHand ?? "0"));
    const value = places.reduce((total, place) => total + moneyOf(place.value ?? "0"), 0n);
    const shares = shareValue(value, onHands);
    return places.map(({ variantId, locationId }, at) => ({
      variantId,
      locationId,
      onHand: onHands[at] ?? 0n,
      value: shares[at] ?? 0n,
    }));
  });
}

/** The query of `sumEntries`. */
export function selectSums(db: TenantDb, until: Date, ofProducts: SQL | undefined) {
  const { variantId, locationId, quantity, value, occurredAt } = inventoryEntries;
  const sums = db
    .select({ variantId, locationId, onHand: sum(quantity), value: sum(value) })
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
