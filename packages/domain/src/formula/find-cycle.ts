import type { Recipes } from "./recipe.ts";

/**
 * The way by which a product would go into itself if it were made of these components: the variants from the component to the product.
 * Undefined where there is none, over all levels of the formulas in use.
 */
export function findCycle(
  variantId: string,
  components: readonly string[],
  recipes: Recipes,
): readonly string[] | undefined {
  const seen = new Set<string>();
  const walk = (at: string): readonly string[] | undefined => {
    if (at === variantId) return [at];
    if (seen.has(at)) return undefined;
    seen.add(at);
    for (const component of recipes.get(at)?.components ?? []) {
      const way = walk(component.variantId);
      if (way !== undefined) return [at, ...way];
    }
    return undefined;
  };
  for (const component of components) {
    const way = walk(component);
    if (way !== undefined) return way;
  }
  return undefined;
}
