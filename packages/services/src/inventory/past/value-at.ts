import { and, eq, lte, type SQL, sum, type TenantDb } from "@storehouse/db";
import { inventoryEntries, products, settings, variants } from "@storehouse/db/tenant";
import { moneyOf, moneyText, type PastValue, type ValueAtInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../../context.ts";
import { mayReach } from "../../place-scope.ts";
import { pastProducts } from "./past-filters.ts";
import { sumEntries } from "./sum-entries.ts";

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
  const places = await sumEntries(ctx.db, new Date(asOf), ofProducts);
  return places
    .filter((place) => mayReach(ctx, place.locationId) && (locationId === undefined || place.locationId === locationId))
    .reduce((total, { value }) => total + value, 0n);
}
