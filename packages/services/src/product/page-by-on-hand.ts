import { type AnyColumn, and, asc, desc, eq, gt, type SQL, type SQLWrapper, sql, type TenantDb } from "@storehouse/db";
import { products, stockLevels, variantStock } from "@storehouse/db/tenant";
import { type ListProductsInput, quantityOf } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { inPlaces } from "../place-scope.ts";
import { type ProductPlace, placeOf } from "./product-cursor.ts";
import { isWalk, productFilters } from "./product-filters.ts";

/**
 * One row more than a page of products sorted by what is left of them, over all their variants.
 * A product with one variant stands in the index of stock in its own order, so a walk of it ends with the page; the few with several
 * are summed, all of them, and the page is the first of both together. Where filters leave few anyway, all that are left are summed.
 */
export async function pageByOnHand(ctx: TenantContext, input: ListProductsInput): Promise<readonly ProductPlace[]> {
  const { db } = ctx;
  if (ctx.actor.places !== null) return selectAtPlaces(ctx, input);
  if (!isWalk(input) || input.isArchived) return selectSummed(db, input);
  const [single, several] = await Promise.all([selectSingle(db, input), selectSeveral(db, input)]);
  const sign = input.direction === "asc" ? 1 : -1;
  return [...single, ...several].sort((a, b) => sign * compare(a, b)).slice(0, input.limit + 1);
}

/** Products with one variant, by what is left of it. */
export function selectSingle(db: TenantDb, input: ListProductsInput) {
  const { productId, onHand } = variantStock;
  const order = input.direction === "asc" ? asc : desc;
  return db
    .select({ id: productId, value: onHand })
    .from(variantStock, { forceIndex: ["variant_stock_on_hand_ix"] })
    .innerJoin(products, eq(products.id, productId))
    .where(and(eq(products.variantCount, 1), productFilters(db, input), comesAfterPlace(input, onHand, productId)))
    .orderBy(order(onHand), order(productId))
    .limit(input.limit + 1);
}

/** Products with several variants, by the sum of what is left of them. */
export const selectSeveral = (db: TenantDb, input: ListProductsInput) =>
  selectSummed(db, input, { where: gt(products.variantCount, 1), forceIndex: ["products_variants_ix"] });

/** Products by the sum of what is left of their variants: sums every product the filters leave. */
export function selectSummed(
  db: TenantDb,
  input: ListProductsInput,
  { where, forceIndex }: Readonly<{ where?: SQL; forceIndex: string[] }> = { forceIndex: [] },
) {
  const { productId } = variantStock;
  const total = sql<string>`sum(${variantStock.onHand})`;
  const order = input.direction === "asc" ? asc : desc;
  return db
    .select({ id: productId, value: total })
    .from(products, { forceIndex })
    .innerJoin(variantStock, eq(productId, products.id))
    .where(and(where, productFilters(db, input)))
    .groupBy(productId)
    .having(comesAfterPlace(input, total, productId) ?? sql`1 = 1`)
    .orderBy(order(total), order(productId))
    .limit(input.limit + 1);
}

/** The same for who is limited to places: by the sum of what is left there. */
function selectAtPlaces(ctx: TenantContext, input: ListProductsInput) {
  const { id } = products;
  const total = sql<string>`coalesce(sum(${stockLevels.onHand}), 0)`;
  const order = input.direction === "asc" ? asc : desc;
  const isAtPlace = and(eq(stockLevels.variantId, variantStock.variantId), inPlaces(ctx, stockLevels.locationId));
  return ctx.db
    .select({ id, value: total })
    .from(products)
    .innerJoin(variantStock, eq(variantStock.productId, id))
    .leftJoin(stockLevels, isAtPlace)
    .where(productFilters(ctx.db, input))
    .groupBy(id)
    .having(comesAfterPlace(input, total, id) ?? sql`1 = 1`)
    .orderBy(order(total), order(id))
    .limit(input.limit + 1);
}

/** The cast keeps the comparison exact: a decimal against plain text is compared as floats. */
function comesAfterPlace(input: ListProductsInput, onHand: SQLWrapper, productId: AnyColumn): SQL | undefined {
  const place = placeOf(input);
  if (place === undefined) return undefined;
  const beyond = input.direction === "asc" ? sql`>` : sql`<`;
  const value = sql`cast(${place.value} as decimal(24, 6))`;
  const id = sql.param(place.id, productId);
  return sql`(${onHand} ${beyond} ${value} or (${onHand} = ${value} and ${productId} ${beyond} ${id}))`;
}

function compare(a: ProductPlace, b: ProductPlace): number {
  const more = quantityOf(a.value ?? "0") - quantityOf(b.value ?? "0");
  if (more !== 0n) return more > 0n ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
