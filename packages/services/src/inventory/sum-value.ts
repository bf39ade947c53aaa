import { and, eq, gt, inArray, lt, type SQL, sum, type TenantDb } from "@storehouse/db";
import { products, stockLevels, variantStock } from "@storehouse/db/tenant";
import { moneyOf } from "@storehouse/domain";
import { findPlaceValues } from "./find-place-values.ts";

/** The value of the stock that a condition on products names, all of it or its share at one place. */
export async function sumValue(
  db: TenantDb,
  locationId: string | undefined,
  ofProducts: SQL | undefined,
): Promise<bigint> {
  if (locationId === undefined) {
    const [row] = await db
      .select({ value: sum(variantStock.value) })
      .from(variantStock)
      .innerJoin(products, eq(products.id, variantStock.productId))
      .where(ofProducts);
    return moneyOf(row?.value ?? "0");
  }
  return (await sumWhole(db, locationId, ofProducts)) + (await sumShares(db, locationId, ofProducts));
}

/** Of variants that are nowhere else: their value is the place's. */
async function sumWhole(db: TenantDb, locationId: string, ofProducts: SQL | undefined): Promise<bigint> {
  const [row] = await db
    .select({ value: sum(variantStock.value) })
    .from(stockLevels)
    .innerJoin(variantStock, eq(variantStock.variantId, stockLevels.variantId))
    .innerJoin(products, eq(products.id, variantStock.productId))
    .where(
      and(
        eq(stockLevels.locationId, locationId),
        gt(stockLevels.onHand, "0"),
        eq(stockLevels.onHand, variantStock.onHand),
        ofProducts,
      ),
    );
  return moneyOf(row?.value ?? "0");
}

/** Of variants that are elsewhere too, and whose value is shared out. */
async function sumShares(db: TenantDb, locationId: string, ofProducts: SQL | undefined): Promise<bigint> {
  const spread = db
    .select({ variantId: stockLevels.variantId })
    .from(stockLevels)
    .innerJoin(variantStock, eq(variantStock.variantId, stockLevels.variantId))
    .innerJoin(products, eq(products.id, variantStock.productId))
    .where(
      and(
        eq(stockLevels.locationId, locationId),
        gt(stockLevels.onHand, "0"),
        lt(stockLevels.onHand, variantStock.onHand),
        ofProducts,
      ),
    );
  const places = await findPlaceValues(db, inArray(variantStock.variantId, spread));
  return places.filter((place) => place.locationId === locationId).reduce((total, { value }) => total + value, 0n);
}
