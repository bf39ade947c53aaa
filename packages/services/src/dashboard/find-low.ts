import { and, asc, desc, eq, exists, or, sql } from "@storehouse/db";
import { products, stockLevels, units, variantStock, variants } from "@storehouse/db/tenant";
import { type LowVariant, trimDecimal } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { isMade } from "../formula/is-made.ts";
import { inPlaces } from "../place-scope.ts";

const LOW_MAX = 6;

/** The variants that are shortest of their minimum: first what has run out, then by what is left of it. */
export async function findLow(ctx: TenantContext): Promise<readonly LowVariant[]> {
  const { onHand } = variantStock;
  const rows = await ctx.db
    .select({
      variantId: variants.id,
      productId: products.id,
      productName: products.name,
      variantName: variants.name,
      sku: variants.sku,
      unit: units.code,
      onHand,
      minimumStock: variants.minimumStock,
      isMade: isMade(ctx.db, variants.id),
    })
    .from(variantStock)
    .innerJoin(variants, eq(variants.id, variantStock.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(units, eq(units.id, products.baseUnitId))
    .where(and(eq(variantStock.isLow, 1), eq(products.isArchived, 0), atPlaces(ctx)))
    .orderBy(desc(sql`${onHand} = 0`), asc(sql`${onHand} / ${variants.minimumStock}`), asc(variants.sku))
    .limit(LOW_MAX);
  return rows.map((row) => ({
    ...row,
    onHand: trimDecimal(row.onHand),
    minimumStock: trimDecimal(row.minimumStock ?? "0"),
  }));
}

/** How many products have a variant that is low, and how many of them one that has run out. */
export async function countLow(ctx: TenantContext): Promise<Readonly<{ low: number; out: number }>> {
  const [row] = await ctx.db
    .select({
      low: sql<number | string>`count(distinct ${products.id})`,
      out: sql<number | string>`count(distinct case when ${variantStock.onHand} = 0 then ${products.id} end)`,
    })
    .from(variantStock)
    .innerJoin(products, eq(products.id, variantStock.productId))
    .where(and(eq(variantStock.isLow, 1), eq(products.isArchived, 0), atPlaces(ctx)));
  return { low: Number(row?.low ?? 0), out: Number(row?.out ?? 0) };
}

/** For who is limited to places: what is kept there, or was. */
function atPlaces(ctx: TenantContext) {
  if (ctx.actor.places === null) return undefined;
  const there = ctx.db
    .select({ found: sql`1` })
    .from(stockLevels)
    .where(and(eq(stockLevels.variantId, variantStock.variantId), inPlaces(ctx, stockLevels.locationId)));
  return or(exists(there), inPlaces(ctx, products.defaultLocationId));
}
