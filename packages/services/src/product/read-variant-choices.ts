import { asc, eq, inArray, type TenantDb } from "@storehouse/db";
import { products, productUnits, units, variantStock, variants } from "@storehouse/db/tenant";
import { trimDecimal, type VariantChoice } from "@storehouse/domain";

type Choice = Omit<VariantChoice, "isExact">;
type Unit = VariantChoice["units"][number];

/** Variants whose ids are known, in the order of the ids, each with every unit it can be counted in: the base unit as 1/1, first. */
export async function readVariantChoices(db: TenantDb, ids: readonly string[]): Promise<Choice[]> {
  if (ids.length === 0) return [];
  const rows = await selectChoices(db, [...ids]);
  const others = await selectUnits(
    db,
    rows.map(({ productId }) => productId),
  );
  const choices = new Map(
    rows.map(({ baseUnitId, ...row }): [string, Choice] => {
      const base = { unitId: baseUnitId, code: row.unit, numerator: 1, denominator: 1 };
      const own = others.filter(({ productId }) => productId === row.productId).map(({ unit }) => unit);
      return [row.variantId, { ...row, onHand: trimDecimal(row.onHand), units: [base, ...own] satisfies Unit[] }];
    }),
  );
  return ids.flatMap((id) => choices.get(id) ?? []);
}

const selectChoices = (db: TenantDb, ids: string[]) =>
  db
    .select({
      variantId: variants.id,
      productId: variants.productId,
      sku: variants.sku,
      productName: products.name,
      variantName: variants.name,
      baseUnitId: products.baseUnitId,
      unit: units.code,
      unitDecimals: units.decimals,
      onHand: variantStock.onHand,
      defaultLocationId: products.defaultLocationId,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(units, eq(units.id, products.baseUnitId))
    .innerJoin(variantStock, eq(variantStock.variantId, variants.id))
    .where(inArray(variants.id, ids));

const selectUnits = (db: TenantDb, productIds: string[]) =>
  db
    .select({
      productId: productUnits.productId,
      unit: {
        unitId: productUnits.unitId,
        code: units.code,
        numerator: productUnits.numerator,
        denominator: productUnits.denominator,
      },
    })
    .from(productUnits)
    .innerJoin(units, eq(units.id, productUnits.unitId))
    .where(inArray(productUnits.productId, productIds))
    .orderBy(asc(units.code));
