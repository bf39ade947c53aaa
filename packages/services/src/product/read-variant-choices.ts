import { and, asc, eq, inArray, type TenantDb } from "@storehouse/db";
import { locations, products, productUnits, units, variantStock, variants } from "@storehouse/db/tenant";
import type { TenantContext } from "../context.ts";
import { inPlaces } from "../place-scope.ts";
import { findStockAtPlaces } from "./stock-at-places.ts";
import { trimDecimal, type VariantChoice } from "@storehouse/domain";

type Choice = Omit<VariantChoice, "isExact">;
type Unit = VariantChoice["units"][number];

/**
 * Variants whose ids are known, in the order of the ids, each with every unit it can be counted in: the base unit as 1/1, first.
 * What is left of them is what is at the actor's places.
 */
export async function readVariantChoices(ctx: TenantContext, ids: readonly string[]): Promise<Choice[]> {
  if (ids.length === 0) return [];
  const rows = await selectChoices(ctx, [...ids]);
  const atPlaces = await findStockAtPlaces(ctx, "variantId", inArray(variantStock.variantId, [...ids]));
  const others = await selectUnits(
    ctx.db,
    rows.map(({ productId }) => productId),
  );
  const choices = new Map(
    rows.map(({ baseUnitId, ...row }): [string, Choice] => {
      const base = { unitId: baseUnitId, code: row.unit, numerator: 1, denominator: 1 };
      const own = others.filter(({ productId }) => productId === row.productId).map(({ unit }) => unit);
      const onHand = atPlaces?.(row.variantId).onHand ?? trimDecimal(row.onHand);
      return [row.variantId, { ...row, onHand, units: [base, ...own] satisfies Unit[] }];
    }),
  );
  return ids.flatMap((id) => choices.get(id) ?? []);
}

const selectChoices = (ctx: TenantContext, ids: string[]) =>
  ctx.db
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
      defaultLocationId: locations.id,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(units, eq(units.id, products.baseUnitId))
    .innerJoin(variantStock, eq(variantStock.variantId, variants.id))
    .leftJoin(locations, and(eq(locations.id, products.defaultLocationId), inPlaces(ctx, locations.id)))
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
