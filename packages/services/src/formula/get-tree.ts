import { inArray } from "@storehouse/db";
import { variantStock } from "@storehouse/db/tenant";
import {
  costRoller,
  explode,
  fail,
  type FormulaTreeInput,
  fromScaled,
  moneyText,
  quantityOf,
  quantityText,
  SCRAP_SCALE,
  type TreeRow,
  trimDecimal,
  worth,
} from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { findStockAtPlaces } from "../product/stock-at-places.ts";
import { costsIn, factsOf, readFacts } from "./formula-facts.ts";
import { readRecipes, variantsIn } from "./read-recipes.ts";

/**
 * All that goes into so much of a variant, level under level, with what each line costs. Throws NOT_FOUND where it has no formula in use,
 * TOO_LARGE past the most lines a tree may have.
 */
export async function getTree(
  ctx: TenantContext,
  { variantId, quantity }: FormulaTreeInput,
): Promise<{ rows: readonly TreeRow[] }> {
  authorize(ctx, "productFormulas.read");
  const recipes = await readRecipes(ctx.db, [variantId]);
  const recipe = recipes.get(variantId);
  if (recipe === undefined) return fail({ code: "NOT_FOUND", entity: "formula", id: variantId, field: "variantId" });
  const facts = await readFacts(ctx.db, variantsIn(recipes, [variantId]));
  const atPlaces = await findStockAtPlaces(ctx, "variantId", inArray(variantStock.variantId, [...facts.keys()]));
  const roll = costRoller(recipes, costsIn(facts));
  const wanted = quantity === undefined ? recipe.outputQuantity : quantityOf(quantity);
  const lines = explode(recipes, variantId, wanted, (id) => factsOf(facts, id).decimals);
  return {
    rows: lines.map(({ level, variantId: id, quantity: needed, scrap }) => {
      const { productId, productName, variantName, sku, unit, onHand } = factsOf(facts, id);
      const cost = roll(id);
      return {
        level,
        variantId: id,
        productId,
        productName,
        variantName,
        sku,
        unit,
        quantity: quantityText(needed),
        scrapPercent: fromScaled(scrap, SCRAP_SCALE),
        onHand: atPlaces?.(id).onHand ?? trimDecimal(onHand),
        unitCost: cost === undefined ? null : moneyText(cost),
        cost: cost === undefined ? null : moneyText(worth(needed, cost)),
        isMade: recipes.has(id),
      };
    }),
  };
}
