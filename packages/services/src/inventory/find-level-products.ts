import { and, asc, desc, eq, exists, gt, gte, lt, lte, or, type SQL } from "@storehouse/db";
import { products, stockLevels, variantStock, variants } from "@storehouse/db/tenant";
import type { ListLevelsInput } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { levelFilters, levelProductFilters, levelSearch } from "./level-filters.ts";
import { levelCursor } from "./level-order.ts";

/**
 * The products a page of levels sorted by product can hold, by walking the index of their names; undefined where another filter or sort leaves few
 * or has an index of its own. Each has a level to show, but for the one the page before ended in.
 */
export async function findLevelProducts(ctx: Scoped, input: ListLevelsInput): Promise<readonly string[] | undefined> {
  const { sort, productId, variantId, locationId, isLow } = input;
  if (sort !== "product" || productId !== undefined || variantId !== undefined || isLow === true) return undefined;
  if (locationId !== undefined && (await holdsFew(ctx, locationId))) return undefined;
  return (await selectLevelProducts(ctx, input)).map(({ id }) => id);
}

type Scoped = Pick<TenantContext, "db" | "actor">;

/** So many levels are sorted sooner than found by a walk of all names. */
const FEW_LEVELS = 1000;

/** True of a place with few levels. */
async function holdsFew({ db }: Scoped, locationId: string): Promise<boolean> {
  const { variantId } = stockLevels;
  const rows = await db
    .select({ variantId })
    .from(stockLevels)
    .where(eq(stockLevels.locationId, locationId))
    .limit(1)
    .offset(FEW_LEVELS);
  return rows.length === 0;
}

/** More ids than this are not worth naming one by one. */
const IDS_MAX = 300;

/** The few products that a search or a group of them leaves, found once for all places; undefined where they are many, or where neither is asked. */
export async function findFewProducts({ db }: Scoped, input: ListLevelsInput): Promise<readonly string[] | undefined> {
  const { search, subcategoryId } = input;
  if (!search && subcategoryId === undefined) return undefined;
  const rows = await db
    .selectDistinct({ id: products.id })
    .from(products)
    .innerJoin(variants, eq(variants.productId, products.id))
    .where(and(...levelProductFilters(input), levelSearch(input)))
    .limit(IDS_MAX + 1);
  return rows.length > IDS_MAX ? undefined : rows.map(({ id }) => id);
}

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
    .from(products, {
      forceIndex: [input.category === undefined ? "products_list_name_ix" : "products_in_name_ix"],
    })
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
