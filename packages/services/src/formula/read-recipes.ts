import { and, eq, inArray, isNull, type TenantDb } from "@storehouse/db";
import { formulaVersions, productFormulas } from "@storehouse/db/tenant";
import { moneyOf, quantityOf, type Recipe, type Recipes, type StoredComponent } from "@storehouse/domain";

/** The version in use of a variant's formula. */
export type ActiveFormula = Readonly<{
  formulaId: string;
  versionId: string;
  number: number;
  variantId: string;
  outputQuantity: string;
  components: readonly StoredComponent[];
}>;

/** The query behind every reading of formulas in use. */
export const selectActive = (db: TenantDb, variantIds: readonly string[]) =>
  db
    .select({
      formulaId: productFormulas.id,
      versionId: formulaVersions.id,
      number: formulaVersions.number,
      variantId: productFormulas.variantId,
      outputQuantity: formulaVersions.outputQuantity,
      components: formulaVersions.components,
    })
    .from(productFormulas)
    .innerJoin(formulaVersions, eq(formulaVersions.activeOf, productFormulas.id))
    .where(and(inArray(productFormulas.variantId, [...variantIds]), isNull(productFormulas.archivedAt)));

/** A version as rules reckon with it. */
export const toRecipe = (
  version: Readonly<{ outputQuantity: string; components: readonly StoredComponent[] }>,
): Recipe => ({
  outputQuantity: quantityOf(version.outputQuantity),
  components: version.components.map(({ variantId, baseQuantity, scrapPercent }) => ({
    variantId,
    quantity: quantityOf(baseQuantity),
    // Scrap has as many digits after the point as money.
    scrap: moneyOf(scrapPercent),
  })),
});

/** The formulas in use from these variants down, one query a level. */
export async function readRecipes(db: TenantDb, variantIds: Iterable<string>): Promise<Recipes> {
  const recipes = new Map<string, Recipe>();
  const asked = new Set<string>();
  let next = [...new Set(variantIds)];
  while (next.length > 0) {
    for (const id of next) asked.add(id);
    const found = await selectActive(db, next);
    for (const formula of found) recipes.set(formula.variantId, toRecipe(formula));
    const below = found.flatMap(({ components }) => components.map(({ variantId }) => variantId));
    next = [...new Set(below)].filter((id) => !asked.has(id));
  }
  return recipes;
}

/** Every variant that stands in the recipes or among the ids, on any level. */
export function variantsIn(recipes: Recipes, ids: Iterable<string>): ReadonlySet<string> {
  const all = new Set(ids);
  for (const [variantId, { components }] of recipes) {
    all.add(variantId);
    for (const component of components) all.add(component.variantId);
  }
  return all;
}
