import {
  alias,
  and,
  contains,
  count,
  eq,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
  sql,
  type TenantDb,
} from "@storehouse/db";
import { formulaUses, formulaVersions, productFormulas, products, units, variants } from "@storehouse/db/tenant";
import {
  costRoller,
  type FORMULA_SORTS,
  type FormulaRow,
  type ListFormulasInput,
  moneyText,
  type Page,
} from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { toPage } from "../cursor.ts";
import { codeText, nameHolds } from "../product/product-search.ts";
import { archivedIs } from "../record/keyset.ts";
import { type SortBy, sortWhole } from "../record/sort-whole.ts";
import { costsIn, readFacts } from "./formula-facts.ts";
import { readRecipes, variantsIn } from "./read-recipes.ts";

/** Lists formulas by the code of what they make or as asked, each with what one costs over all levels and how many others use it. */
export async function listFormulas(ctx: TenantContext, input: ListFormulasInput): Promise<Page<FormulaRow>> {
  authorize(ctx, "productFormulas.read");
  const { after, orderBy, cursorOf } = sortWhole(WAYS, { first: "sku", last: ["sku"] }, input);
  const rows = await selectFormulas(ctx.db, input, after)
    .orderBy(...orderBy)
    .limit(input.limit + 1);
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
    input.limit,
    cursorOf,
  );
}

const active = alias(formulaVersions, "active");

const selectFormulas = (db: TenantDb, input: ListFormulasInput, after: SQL | undefined) =>
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
    .where(and(...filters(input), after));

type Sorted = Pick<FormulaRow, "sku" | "productName" | "activeVersionId">;

const WAYS: Readonly<Record<(typeof FORMULA_SORTS)[number], SortBy<Sorted>>> = {
  sku: { by: variants.sku, valueOf: ({ sku }) => sku },
  name: { by: products.name, valueOf: ({ productName }) => productName },
  // Those with nothing in use first: they wait for somebody.
  state: {
    by: sql`(${active.id} is not null)`,
    valueOf: ({ activeVersionId }) => (activeVersionId === null ? "0" : "1"),
  },
};

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
