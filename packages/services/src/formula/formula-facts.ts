import { eq, inArray, type TenantDb } from "@storehouse/db";
import { products, units, variantStock, variants } from "@storehouse/db/tenant";
import { type CostOf, moneyOf } from "@storehouse/domain";
import { averageCost } from "../product/average-cost.ts";

/** What formulas ask of a variant: what it is, how it is counted and what it costs. */
export type FormulaFacts = Readonly<{
  variantId: string;
  productId: string;
  productName: string;
  variantName: string | null;
  sku: string;
  baseUnitId: string;
  unit: string;
  decimals: number;
  cost: string | null;
  onHand: string;
  value: string;
  isArchived: boolean;
}>;
export type FactsById = ReadonlyMap<string, FormulaFacts>;

/** Reads what formulas ask of these variants; those that are unknown are missing in the answer. */
export async function readFacts(db: TenantDb, variantIds: Iterable<string>): Promise<FactsById> {
  const ids = [...new Set(variantIds)];
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({
      variantId: variants.id,
      productId: variants.productId,
      productName: products.name,
      variantName: variants.name,
      sku: variants.sku,
      baseUnitId: products.baseUnitId,
      unit: units.code,
      decimals: units.decimals,
      cost: products.cost,
      onHand: variantStock.onHand,
      value: variantStock.value,
      isProductArchived: products.isArchived,
      archivedAt: variants.archivedAt,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(units, eq(units.id, products.baseUnitId))
    .innerJoin(variantStock, eq(variantStock.variantId, variants.id))
    .where(inArray(variants.id, ids));
  return new Map(
    rows.map(({ isProductArchived, archivedAt, ...row }) => [
      row.variantId,
      { ...row, isArchived: isProductArchived === 1 || archivedAt !== null },
    ]),
  );
}

/** What one of a variant costs: the average of what is there, else what its product says; undefined where neither is known. */
export const costsIn =
  (facts: FactsById): CostOf =>
  (variantId) => {
    const fact = facts.get(variantId);
    const cost = fact && (averageCost(fact.onHand, fact.value) ?? fact.cost);
    return cost === undefined || cost === null ? undefined : moneyOf(cost);
  };

/** The facts of a variant that is known to be there: a foreign key holds it. */
export function factsOf(facts: FactsById, variantId: string): FormulaFacts {
  const fact = facts.get(variantId);
  if (fact === undefined) throw new Error(`variant ${variantId} of a formula is not there`);
  return fact;
}
