import { and, eq, inArray, type TenantDb } from "@storehouse/db";
import { productUnits, units } from "@storehouse/db/tenant";
import { baseQuantity, type Conversion, fail, type PostLine } from "@storehouse/domain";
import type { LedgerPlace } from "./ledger-place.ts";

type Entered = Pick<PostLine, "quantity" | "unitId">;
type CountedIn = Pick<LedgerPlace, "productId" | "baseUnitId" | "decimals">;
type Counted = Readonly<{ decimals: number; conversion: Conversion }>;
type Conversions = ReadonlyMap<string, Counted>;

/** Reads the units that lines are counted in beside the base units. No round trip where there are none. */
export async function findConversions(
  db: TenantDb,
  bookings: readonly Readonly<{ entered: Entered }>[],
  places: ReadonlyMap<string, CountedIn>,
): Promise<Conversions> {
  const bases = new Set([...places.values()].map(({ baseUnitId }) => baseUnitId));
  const unitIds = new Set(bookings.flatMap(({ entered: { unitId } }) => (unitId === undefined ? [] : [unitId])));
  if ([...unitIds].every((unitId) => bases.size === 1 && bases.has(unitId))) return new Map();

  const productIds = new Set([...places.values()].map(({ productId }) => productId));
  const rows = await db
    .select({
      productId: productUnits.productId,
      unitId: productUnits.unitId,
      numerator: productUnits.numerator,
      denominator: productUnits.denominator,
      decimals: units.decimals,
    })
    .from(productUnits)
    .innerJoin(units, eq(units.id, productUnits.unitId))
    .where(and(inArray(productUnits.productId, [...productIds]), inArray(productUnits.unitId, [...unitIds])));
  return new Map(rows.map((row) => [`${row.productId}/${row.unitId}`, toCounted(row)]));
}

const toCounted = (row: { numerator: number; denominator: number; decimals: number }): Counted => ({
  decimals: row.decimals,
  conversion: { numerator: BigInt(row.numerator), denominator: BigInt(row.denominator) },
});

/**
 * The quantity of a line in the base unit. `at` is where the input has the line, as "lines.0.". Throws INVALID for a unit that isn't the product's
 * or a quantity too fine, AMOUNT_TOO_LARGE.
 */
export function enteredIn(conversions: Conversions, place: CountedIn, line: Entered, at: string): bigint {
  const { quantity, unitId = place.baseUnitId } = line;
  const counted =
    unitId === place.baseUnitId
      ? { decimals: place.decimals, conversion: { numerator: 1n, denominator: 1n } }
      : conversions.get(`${place.productId}/${unitId}`);
  if (counted === undefined) return fail({ code: "INVALID", field: `${at}unitId`, reason: "UNIT_NOT_OF_PRODUCT" });
  return baseQuantity({ quantity, ...counted, baseDecimals: place.decimals, field: `${at}quantity` });
}
