import { and, desc, eq, inArray, type TenantDb } from "@storehouse/db";
import { formulaVersions, postings, productFormulas, units, users } from "@storehouse/db/tenant";
import {
  type ByIdInput,
  costRoller,
  fail,
  type FormulaComponentRow,
  type FormulaDetail,
  type FormulaVersionRow,
  moneyText,
  type StoredComponent,
  trimDecimal,
} from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { FORMULA_VERSION } from "../inventory/formula-reference.ts";
import { readVariantChoices } from "../product/read-variant-choices.ts";
import { costsIn, factsOf, readFacts } from "./formula-facts.ts";
import { readRecipes, variantsIn } from "./read-recipes.ts";

const VERSIONS_MAX = 50;

/** One formula with its newest versions, fifty at most, archived or not. Throws NOT_FOUND. */
export async function getFormula(ctx: TenantContext, { id }: ByIdInput): Promise<FormulaDetail> {
  authorize(ctx, "productFormulas.read");
  const { db } = ctx;
  const [formula] = await db
    .select({
      variantId: productFormulas.variantId,
      version: productFormulas.version,
      archivedAt: productFormulas.archivedAt,
    })
    .from(productFormulas)
    .where(eq(productFormulas.id, id));
  if (formula === undefined) return fail({ code: "NOT_FOUND", entity: "formula", id });
  const { variantId, version, archivedAt } = formula;
  const recipes = await readRecipes(db, [variantId]);
  const facts = await readFacts(db, variantsIn(recipes, [variantId]));
  const { productId, productName, variantName, sku, unit, decimals } = factsOf(facts, variantId);
  const cost = recipes.has(variantId) ? costRoller(recipes, costsIn(facts))(variantId) : undefined;
  return {
    id,
    variantId,
    productId,
    productName,
    variantName,
    sku,
    unit,
    version,
    unitDecimals: decimals,
    unitCost: cost === undefined ? null : moneyText(cost),
    isArchived: archivedAt !== null,
    versions: await readVersions(ctx, id),
  };
}

async function readVersions(ctx: TenantContext, formulaId: string): Promise<readonly FormulaVersionRow[]> {
  const rows = await selectVersions(ctx.db, formulaId);
  const [toRow, used] = [
    await componentRows(
      ctx,
      rows.flatMap(({ components }) => components),
    ),
    await usedAmong(
      ctx.db,
      rows.map(({ id }) => id),
    ),
  ];
  return rows.map(({ components, outputQuantity, createdAt, ...row }) => ({
    ...row,
    outputQuantity: trimDecimal(outputQuantity),
    components: components.map(toRow),
    isUsed: used.has(row.id),
    createdAt: createdAt.toISOString(),
  }));
}

const selectVersions = (db: TenantDb, formulaId: string) =>
  db
    .select({
      id: formulaVersions.id,
      number: formulaVersions.number,
      state: formulaVersions.state,
      name: formulaVersions.name,
      note: formulaVersions.note,
      outputQuantity: formulaVersions.outputQuantity,
      components: formulaVersions.components,
      createdAt: formulaVersions.createdAt,
      createdByName: users.name,
    })
    .from(formulaVersions)
    .innerJoin(users, eq(users.id, formulaVersions.userId))
    .where(eq(formulaVersions.formulaId, formulaId))
    .orderBy(desc(formulaVersions.number))
    .limit(VERSIONS_MAX);

/** Dresses stored components with what they are called and every unit they can be counted in. */
async function componentRows(
  ctx: TenantContext,
  components: readonly StoredComponent[],
): Promise<(component: StoredComponent) => FormulaComponentRow> {
  const ids = [...new Set(components.map(({ variantId }) => variantId))];
  const choices = new Map((await readVariantChoices(ctx, ids)).map((choice) => [choice.variantId, choice]));
  const codes = await ctx.db.select({ id: units.id, code: units.code }).from(units);
  const codeOf = new Map(codes.map(({ id, code }) => [id, code]));
  return (component) => {
    const choice = choices.get(component.variantId);
    if (choice === undefined) throw new Error("a component is not there");
    const { productId, productName, variantName, sku, unit: baseUnit, units: countedIn } = choice;
    const unit = codeOf.get(component.unitId) ?? baseUnit;
    return { ...component, productId, productName, variantName, sku, unit, baseUnit, units: countedIn };
  };
}

async function usedAmong(db: TenantDb, versionIds: readonly string[]): Promise<ReadonlySet<string | null>> {
  const rows = await db
    .selectDistinct({ id: postings.referenceId })
    .from(postings)
    .where(and(eq(postings.referenceType, FORMULA_VERSION), inArray(postings.referenceId, [...versionIds])));
  return new Set(rows.map(({ id }) => id));
}
