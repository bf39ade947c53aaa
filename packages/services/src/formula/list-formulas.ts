import {
  alias,
  and,
  asc,
  contains,
  count,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
  type TenantDb,
} from "@storehouse/db";
import { formulaUses, formulaVersions, productFormulas, products, units, variants } from "@storehouse/db/tenant";
import { costRoller, type FormulaRow, type ListFormulasInput, moneyText, type Page } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { toPage, unpackCursor } from "../cursor.ts";
import { codeText, nameHolds } from "../product/product-search.ts";
import { archivedIs } from "../record/keyset.ts";
import { costsIn, readFacts } from "./formula-facts.ts";
import { readRecipes, variantsIn } from "./read-recipes.ts";

/** Lists formulas by the code of what they make, each with what one costs over all levels and how many others use it. */
export async function listFormulas(ctx: TenantContext, input: ListFormulasInput): Promise<Page<FormulaRow>> {
  authorize(ctx, "productFormulas.read");
  const { after, limit } = input;
  const cursor = unpackCursor(after, 1);
  const rows = await selectFormulas(ctx.db, input, cursor?.[0] ?? undefined);
  const ids = rows.map(({ variantId }) => variantId);
  const [costOf, usedIn] = [await costsOf(ctx.db, ids), await countUses(ctx.db, ids)];
  return toPage(
    rows.map(({ components, archivedAt, updatedAt, ...row }) => ({
      ...row,
      componentCount: components?.length ?? 0,
      unitCost: row.activeVersionId === null ? null : costOf(row.variantId),
      usedInCount: usedIn.get(row.variantId) ?? 0,
      isArchived: archivedAt !== null,
      updatedAt: updatedAt.toISOString(),
    })),
    limit,
    ({ sku }) => [sku],
  );
}

const active = alias(formulaVersions, "active");

const selectFormulas = (db: TenantDb, input: ListFormulasInput, after: string | undefined) =>
  db
    .select({
      id: productFormulas.id,
      variantId: productFormulas.variantId,
      productId: variants.productId,
      productName: products.name,
      variantName: variants.name,
      sku: variants.sku,
      unit: units.code,
      activeVersionId: active.id,
      activeNumber: active.number,
      latestNumber: productFormulas.latestNumber,
      components: active.components,
      archivedAt: productFormulas.archivedAt,
      version: productFormulas.version,
      updatedAt: productFormulas.updatedAt,
    })
    .from(productFormulas)
    .innerJoin(variants, eq(variants.id, productFormulas.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(units, eq(units.id, products.baseUnitId))
    .leftJoin(active, eq(active.activeOf, productFormulas.id))
    .where(and(...filters(input), after === undefined ? undefined : gt(variants.sku, after)))
    .orderBy(asc(variants.sku))
    .limit(input.limit + 1);

function filters({ search, productId, variantId, isActive, isArchived }: ListFormulasInput): (SQL | undefined)[] {
  return [
    archivedIs(productFormulas.archivedAt, isArchived),
    productId === undefined ? undefined : eq(variants.productId, productId),
    variantId === undefined ? undefined : eq(productFormulas.variantId, variantId),
    isActive === undefined ? undefined : isActive ? isNotNull(active.id) : isNull(active.id),
    search ? or(nameHolds(products.name, search), contains(variants.sku, codeText(search))) : undefined,
  ];
}

async function costsOf(db: TenantDb, variantIds: readonly string[]): Promise<(variantId: string) => string | null> {
  const recipes = await readRecipes(db, variantIds);
  const facts = await readFacts(db, variantsIn(recipes, variantIds));
  const roll = costRoller(recipes, costsIn(facts));
  return (variantId) => {
    const cost = roll(variantId);
    return cost === undefined ? null : moneyText(cost);
  };
}

async function countUses(db: TenantDb, variantIds: string[]): Promise<ReadonlyMap<string, number>> {
  if (variantIds.length === 0) return new Map();
  const rows = await db
    .select({ variantId: formulaUses.variantId, count: count() })
    .from(formulaUses)
    .innerJoin(formulaVersions, eq(formulaVersions.id, formulaUses.versionId))
    .innerJoin(productFormulas, eq(productFormulas.id, formulaVersions.activeOf))
    .where(and(inArray(formulaUses.variantId, variantIds), isNull(productFormulas.archivedAt)))
    .groupBy(formulaUses.variantId);
  return new Map(rows.map((row) => [row.variantId, row.count]));
}
