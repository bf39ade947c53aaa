import { QUANTITY_SCALE } from "../decimal.ts";
import { ceilTo, floorTo, ratio, type Ratio, times } from "../ratio.ts";
import { SCRAP_SCALE } from "./formula.ts";

/** A component to reckon with: its quantity in its base unit and its scrap percentage, both scaled. */
export type RecipeComponent = Readonly<{ variantId: string; quantity: bigint; scrap: bigint }>;

/** A version to reckon with: the components make `outputQuantity`, scaled, in the base unit. */
export type Recipe = Readonly<{ outputQuantity: bigint; components: readonly RecipeComponent[] }>;

/** The formulas in use, by the variant they make. */
export type Recipes = ReadonlyMap<string, Recipe>;

const HUNDRED = 100n * 10n ** BigInt(SCRAP_SCALE);

/** How much of a component goes into one of the product, its scrap included. Exact. */
export const shareOf = ({ outputQuantity }: Recipe, { quantity, scrap }: RecipeComponent): Ratio =>
  ratio(quantity * (HUNDRED + scrap), outputQuantity * HUNDRED);

/** The smallest step of a unit with so many decimals, scaled. */
export const stepOf = (decimals: number): bigint => 10n ** BigInt(Math.max(0, QUANTITY_SCALE - decimals));

/** What making `quantity` takes of a component: rounded up to what its unit can express, for half a screw can't be taken. */
export const needOf = (recipe: Recipe, component: RecipeComponent, quantity: bigint, decimals: number): bigint =>
  ceilTo(times(shareOf(recipe, component), ratio(quantity)), stepOf(decimals));

/** The most that can be made of what is available of each component, in steps of the product's unit. */
export function makeableOf(recipe: Recipe, availableOf: (variantId: string) => bigint, decimals: number): bigint {
  const limits = recipe.components.map((component) => {
    const { top, bottom } = shareOf(recipe, component);
    return floorTo(ratio(availableOf(component.variantId) * bottom, top), stepOf(decimals));
  });
  return limits.reduce((least, limit) => (limit < least ? limit : least), limits[0] ?? 0n);
}
