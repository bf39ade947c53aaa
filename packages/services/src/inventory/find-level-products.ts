import { and, asc, desc, eq, exists, gt, gte, lt, lte, or, type SQL } from "@storehouse/db";
import { products, stockLevels, variantStock, variants } from "@storehouse/db/tenant";
import type { ListLevelsInput } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { levelFilters, levelProductFilters } from "./level-filters.ts";
import { levelCursor } from "./level-order.ts";

/**
 * The products a page of levels sorted by product can hold, by walking the index of their names; undefined where another filter or sort leaves few
 * or has an index of its own. Each has a level to show, but for the one the page before ended in.
 */
export async function findLevelProducts(ctx: Scoped, input: ListLevelsInput): Promise<readonly string[] | undefined> {
  const { sort, productId, variantId, isLow } = input;
  if (sort !== "product" || productId !== undefined || variantId !== undefined || isLow === true) return undefined;
  return (await selectLevelProducts(ctx, input)).map(({ id }) => id);
}

type Scoped = Pick<TenantContext, "db" | "actor">;

/** Reads the products of one page of levels sorted by product, from the index of their names. */
export function selectLevelProducts(ctx: Scoped, input: ListLevelsInput) {
  const { db } = ctx;
  const { direction, limit } = input;
  const order = direction === "asc" ? asc : desc;
  const shown = db
    .select({ variantId: stockLevels.variantId })
    .from(stockLevels)
    .innerJoin(variants, eq(variants.id, stockLevels.variantId))
    .innerJoin(variantStock, eq(variantStock.variantId, stockLevels.variantId))
    .where(and(eq(variants.productId, products.id), ...levelFilters(ctx, input)));
  return db
    .select({ id: products.id })
    .from(products, { forceIndex: ["products_list_name_ix"] })
    .where(and(...levelProductFilters(input), fromCursor(input), exists(shown)))
    .orderBy(order(products.name), order(products.id))
    .limit(limit + 2);
}

function fromCursor(input: ListLevelsInput): SQL | undefined {
  const [name, id] = levelCursor(input) ?? [];
  if (name === undefined || id === undefined) return undefined;
  return input.direction === "asc"
    ? or(gt(products.name, name), and(eq(products.name, name), gte(products.id, id)))
    : or(lt(products.name, name), and(eq(products.name, name), lte(products.id, id)));
}
