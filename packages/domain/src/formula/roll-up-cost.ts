import { nearest, plus, ratio, type Ratio, times, ZERO } from "../ratio.ts";
import { type Recipe, type Recipes, shareOf } from "./recipe.ts";

/** What one base unit of a variant that is not made costs, scaled as money; undefined where nobody knows. */
export type CostOf = (variantId: string) => bigint | undefined;

/**
 * What one base unit costs, rolled up over all levels: what is made costs what its components cost, scrap included, and what is not costs
 * what `costOf` says. Exact until it is rounded at the end; undefined where a cost is missing. Each variant is reckoned once.
 */
export function costRoller(recipes: Recipes, costOf: CostOf): (variantId: string) => bigint | undefined {
  const known = new Map<string, Ratio | undefined>();
  const roll = (variantId: string): Ratio | undefined => {
    if (known.has(variantId)) return known.get(variantId);
    known.set(variantId, undefined);
    const recipe = recipes.get(variantId);
    const cost = recipe === undefined ? leaf(costOf(variantId)) : sum(recipe, roll);
    known.set(variantId, cost);
    return cost;
  };
  return (variantId) => {
    const cost = roll(variantId);
    return cost === undefined ? undefined : nearest(cost);
  };
}

const leaf = (cost: bigint | undefined): Ratio | undefined => (cost === undefined ? undefined : ratio(cost));

function sum(recipe: Recipe, roll: (variantId: string) => Ratio | undefined): Ratio | undefined {
  let total = ZERO;
  for (const component of recipe.components) {
    const cost = roll(component.variantId);
    if (cost === undefined) return undefined;
    total = plus(total, times(shareOf(recipe, component), cost));
  }
  return total;
}
