import { and, asc, eq, gt, inArray, lt, type SQL, sql, sum, type TenantDb } from "@storehouse/db";
import { products, stockLevels, variantStock } from "@storehouse/db/tenant";
import { moneyOf } from "@storehouse/domain";
import { sumAsked } from "./sum-asked.ts";

/** The value of the stock that a condition on products names, of all without one; all of it or its share at some places. */
export async function sumValue(
  db: TenantDb,
  locationIds: readonly string[] | undefined,
  ofProducts: SQL | undefined,
): Promise<bigint> {
  if (locationIds === undefined) {
    const [row] = await db
      .select({ value: sum(variantStock.value) })
      .from(variantStock)
      .where(among(db, ofProducts));
    return moneyOf(row?.value ?? "0");
  }
  if (locationIds.length === 0) return 0n;
  return (await sumWhole(db, locationIds, ofProducts)) + (await sumShares(db, locationIds, ofProducts));
}

/** Of variants that are nowhere else: their value is that place's. */
async function sumWhole(db: TenantDb, locationIds: readonly string[], ofProducts: SQL | undefined): Promise<bigint> {
  const [row] = await db
    .select({ value: sum(variantStock.value) })
    .from(stockLevels)
    .innerJoin(variantStock, eq(variantStock.variantId, stockLevels.variantId))
    .where(
      and(
        inArray(stockLevels.locationId, [...locationIds]),
        gt(stockLevels.onHand, "0"),
        eq(stockLevels.onHand, variantStock.onHand),
        among(db, ofProducts),
      ),
    );
  return moneyOf(row?.value ?? "0");
}

/** Of variants that are elsewhere too, and whose value is shared out. */
async function sumShares(db: TenantDb, locationIds: readonly string[], ofProducts: SQL | undefined): Promise<bigint> {
  const spread = await selectSpread(db, locationIds, ofProducts);
  return sumAsked(spread, ([place]) => moneyOf(place?.total ?? "0"));
}

/** The levels of variants that are at more than one place, in the order of the table; nothing in them is turned into what only a person reads. */
function selectSpread(db: TenantDb, locationIds: readonly string[], ofProducts: SQL | undefined) {
  return db
    .select({
      variant: sql<Buffer>`${stockLevels.variantId}`,
      isAsked: sql<number | string>`${inArray(stockLevels.locationId, [...locationIds])}`,
      onHand: stockLevels.onHand,
      total: variantStock.value,
    })
    .from(stockLevels, { forceIndex: ["PRIMARY"] })
    .innerJoin(variantStock, eq(variantStock.variantId, stockLevels.variantId))
    .where(and(gt(stockLevels.onHand, "0"), lt(stockLevels.onHand, variantStock.onHand), among(db, ofProducts)))
    .orderBy(asc(stockLevels.variantId), asc(stockLevels.locationId));
}

/** Without a condition the products are not looked at: each of ten thousand would be looked up for nothing. */
const among = (db: TenantDb, ofProducts: SQL | undefined): SQL | undefined =>
  ofProducts && inArray(variantStock.productId, db.select({ id: products.id }).from(products).where(ofProducts));
