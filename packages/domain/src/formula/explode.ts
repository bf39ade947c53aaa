import { fail } from "../failure.ts";
import { TREE_ROWS_MAX } from "./formula.ts";
import { needOf, type Recipes } from "./recipe.ts";

/** One line of an exploded formula: so much of a variant, scaled, at a level under what is made. */
export type ExplodedLine = Readonly<{ level: number; variantId: string; quantity: bigint; scrap: bigint }>;

/**
 * All that goes into `quantity` of a variant, level under level, in the order it is read. Each level takes what the one above needs, rounded
 * up as making it would. Throws TOO_LARGE past TREE_ROWS_MAX lines.
 */
export function explode(
  recipes: Recipes,
  variantId: string,
  quantity: bigint,
  decimalsOf: (variantId: string) => number,
): readonly ExplodedLine[] {
  const lines: ExplodedLine[] = [];
  const visit = (line: ExplodedLine): void => {
    if (lines.push(line) > TREE_ROWS_MAX) fail({ code: "TOO_LARGE", what: "formula", limit: TREE_ROWS_MAX });
    const recipe = recipes.get(line.variantId);
    if (recipe === undefined) return;
    for (const component of recipe.components) {
      const need = needOf(recipe, component, line.quantity, decimalsOf(component.variantId));
      visit({ level: line.level + 1, variantId: component.variantId, quantity: need, scrap: component.scrap });
    }
  };
  visit({ level: 0, variantId, quantity, scrap: 0n });
  return lines;
}
