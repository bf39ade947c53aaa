import { asc, eq, gt, and, type SQL, type TenantDb } from "@storehouse/db";
import { locations, stockLevels, variantStock } from "@storehouse/db/tenant";
import { type LocationType, moneyOf, quantityOf, shareOut } from "@storehouse/domain";

/** What is left of a variant at a place, and its share of the variant's value. */
export type PlaceValue = Readonly<{
  variantId: string;
  productId: string;
  locationId: string;
  locationName: string;
  locationType: LocationType;
  onHand: bigint;
  reserved: bigint;
  value: bigint;
}>;

/**
 * Values the places of the variants a condition on `variant_stock` names. A variant has one value, whatever the place: it is shared out by what is left,
 * so that the shares sum to it exactly.
 */
export async function findPlaceValues(db: TenantDb, where: SQL | undefined): Promise<readonly PlaceValue[]> {
  const rows = await db
    .select({
      variantId: stockLevels.variantId,
      productId: variantStock.productId,
      locationId: stockLevels.locationId,
      locationName: locations.name,
      locationType: locations.type,
      onHand: stockLevels.onHand,
      reserved: stockLevels.reserved,
      total: variantStock.value,
    })
    .from(stockLevels)
    .innerJoin(variantStock, eq(variantStock.variantId, stockLevels.variantId))
    .innerJoin(locations, eq(locations.id, stockLevels.locationId))
    .where(and(where, gt(stockLevels.onHand, "0")))
    .orderBy(asc(stockLevels.variantId), asc(stockLevels.locationId));
  return [...Map.groupBy(rows, ({ variantId }) => variantId).values()].flatMap(valuePlaces);
}

type ValuedLevel = Omit<PlaceValue, "onHand" | "reserved" | "value"> &
  Readonly<{ onHand: string; reserved: string; total: string }>;

function valuePlaces(levels: readonly ValuedLevel[]): PlaceValue[] {
  const weights = levels.map(({ onHand }) => quantityOf(onHand));
  const shares = shareOut(moneyOf(levels[0]?.total ?? "0"), weights);
  return levels.map(({ total: _, reserved, ...level }, at) => ({
    ...level,
    onHand: weights[at] ?? 0n,
    reserved: quantityOf(reserved),
    value: shares[at] ?? 0n,
  }));
}
