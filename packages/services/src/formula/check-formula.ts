import {
  baseQuantity,
  fail,
  findCycle,
  type FormulaComponent,
  quantityOf,
  quantityText,
  type StoredComponent,
  trimDecimal,
} from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { enteredIn, findConversions } from "../inventory/find-conversions.ts";
import { type FactsById, type FormulaFacts, readFacts } from "./formula-facts.ts";
import { readRecipes } from "./read-recipes.ts";

type Entered = Readonly<{ variantId: string; outputQuantity: string; components: readonly FormulaComponent[] }>;

/** What a version is stored with. */
export type FormulaDocument = Readonly<{ outputQuantity: string; components: readonly StoredComponent[] }>;

/**
 * Judges a version and makes of it what is stored: each component once, known, in use, in a unit of its product, and none made of the product
 * itself on any level. Who puts it in use holds the graph's lock. Throws NOT_FOUND, ARCHIVED, INVALID, FORMULA_CYCLE, AMOUNT_TOO_LARGE at the field.
 */
export async function checkFormula(ctx: TenantContext, entered: Entered): Promise<FormulaDocument> {
  const { variantId, components } = entered;
  const facts = await readFacts(ctx.db, [variantId, ...components.map((one) => one.variantId)]);
  const output = usable(facts, variantId, "variantId");
  refuseRepeated(components);
  for (const [at, component] of components.entries()) {
    usable(facts, component.variantId, `components.${at}.variantId`);
  }
  await refuseCycle(ctx, variantId, components, facts);
  return { outputQuantity: outputOf(output, entered.outputQuantity), components: await store(ctx, components, facts) };
}

function usable(facts: FactsById, id: string, field: string): FormulaFacts {
  const fact = facts.get(id);
  if (fact === undefined) return fail({ code: "NOT_FOUND", entity: "variant", id, field });
  return fact.isArchived ? fail({ code: "ARCHIVED", entity: "variant", id, field }) : fact;
}

function refuseRepeated(components: readonly FormulaComponent[]): void {
  const seen = new Set<string>();
  for (const [at, { variantId }] of components.entries()) {
    if (seen.has(variantId)) fail({ code: "INVALID", field: `components.${at}.variantId`, reason: "REPEATED" });
    seen.add(variantId);
  }
}

async function refuseCycle(
  ctx: TenantContext,
  variantId: string,
  components: readonly FormulaComponent[],
  known: FactsById,
): Promise<void> {
  const ids = components.map((one) => one.variantId);
  const way = findCycle(variantId, ids, await readRecipes(ctx.db, ids));
  if (way === undefined) return;
  const facts = new Map([...known, ...(await readFacts(ctx.db, way))]);
  const path = [variantId, ...way].map((id) => facts.get(id)?.productName ?? "");
  fail({ code: "FORMULA_CYCLE", field: `components.${ids.indexOf(way[0] ?? "")}.variantId`, path });
}

const outputOf = ({ decimals }: FormulaFacts, quantity: string): string => {
  const whole = { numerator: 1n, denominator: 1n };
  const field = "outputQuantity";
  return quantityText(baseQuantity({ quantity, decimals, conversion: whole, baseDecimals: decimals, field }));
};

/** A version means for good what its quantities mean now: a unit that is redefined later does not change what was saved. */
async function store(
  ctx: TenantContext,
  components: readonly FormulaComponent[],
  facts: FactsById,
): Promise<readonly StoredComponent[]> {
  const conversions = await findConversions(
    ctx.db,
    components.map((entered) => ({ entered })),
    facts,
  );
  return components.map((component, at) => {
    const fact = usable(facts, component.variantId, `components.${at}.variantId`);
    const base = enteredIn(conversions, fact, component, `components.${at}.`);
    return {
      variantId: component.variantId,
      quantity: quantityText(quantityOf(component.quantity)),
      unitId: component.unitId ?? fact.baseUnitId,
      scrapPercent: trimDecimal(component.scrapPercent),
      baseQuantity: quantityText(base),
    };
  });
}
