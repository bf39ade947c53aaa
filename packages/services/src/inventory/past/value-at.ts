import { and, eq, lte, type SQL, sql, sum, type TenantDb } from "@storehouse/db";
import { inventoryEntries, products, settings, variants } from "@storehouse/db/tenant";
import { moneyOf, moneyText, type PastValue, type ValueAtInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../../context.ts";
import { inPlaces } from "../../place-scope.ts";
import { sumAsked } from "../sum-asked.ts";
import { pastProducts } from "./past-filters.ts";
import { selectPlaces } from "./select-places.ts";

/** What all that the filters name was worth at a moment: all of it, or its share at the places asked for. Throws NOT_ALLOWED. */
export async function valueAt(ctx: TenantContext, input: ValueAtInput): Promise<PastValue> {
  authorize(ctx, "inventory.read");
  const until = new Date(input.asOf);
  const ofProducts = pastProducts(ctx.db, input);
  const isEverywhere = input.locationId === undefined && ctx.actor.places === null;
  const value = isEverywhere ? await sumAll(ctx.db, until, ofProducts) : await sumShares(ctx, input, ofProducts);
  const [factory] = await ctx.db.select({ currency: settings.currency }).from(settings);
  return { totalValue: moneyText(value), currency: factory?.currency ?? "" };
}

async function sumAll(db: TenantDb, until: Date, ofProducts: SQL | undefined): Promise<bigint> {
  const sums = db
    .select({ value: sum(inventoryEntries.value) })
    .from(inventoryEntries, { forceIndex: ["inventory_entries_stock_ix"] });
  const joined =
    ofProducts === undefined
      ? sums
      : sums
          .innerJoin(variants, eq(variants.id, inventoryEntries.variantId))
          .innerJoin(products, eq(products.id, variants.productId));
  const [row] = await joined.where(and(lte(inventoryEntries.occurredAt, until), ofProducts));
  return moneyOf(row?.value ?? "0");
}

async function sumShares(ctx: TenantContext, { asOf, locationId }: ValueAtInput, ofProducts: SQL | undefined) {
  const isAsked = and(
    inPlaces(ctx, inventoryEntries.locationId),
    locationId === undefined ? undefined : eq(inventoryEntries.locationId, locationId),
  );
  const places = await selectPlaces(ctx.db, { until: new Date(asOf), ofProducts, isAsked: isAsked ?? sql`true` });
  return sumAsked(places, (ofVariant) => ofVariant.reduce((total, { value }) => total + moneyOf(value), 0n));
}
