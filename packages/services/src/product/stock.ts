import { and, asc, eq, exists, isNull, lt, or, type SQL, sql, type TenantDb } from "@storehouse/db";
import { settings, variantStock, variants } from "@storehouse/db/tenant";
import type { TenantContext } from "../context.ts";

/** What is left of a variant, and how many entries it ever had. */
export type LockedStock = Readonly<{ variantId: string; onHand: string; sequence: number }>;

/** Locks the stock of a product's variants in the order of their ids, as every posting does, and reads it. */
export const lockProductStock = (ctx: TenantContext, productId: string): Promise<LockedStock[]> =>
  lockStock(ctx, eq(variantStock.productId, productId));

/** Locks one variant's stock and reads it. */
export const lockVariantStock = (ctx: TenantContext, variantId: string): Promise<LockedStock[]> =>
  lockStock(ctx, eq(variantStock.variantId, variantId));

const lockStock = (ctx: TenantContext, where: SQL): Promise<LockedStock[]> =>
  ctx.db
    .select({ variantId: variantStock.variantId, onHand: variantStock.onHand, sequence: variantStock.sequence })
    .from(variantStock)
    .where(where)
    .orderBy(asc(variantStock.variantId))
    .for("update");

/** Decides anew whether a variant is low. */
export const refreshLow = (ctx: TenantContext, variantId: string): Promise<void> =>
  refreshLowOf(ctx, eq(variantStock.variantId, variantId));

/** Decides anew whether the stocks that a condition names are low; all of them without one. Whoever asks holds the lock on them. */
export async function refreshLowOf({ db }: TenantContext, where: SQL | undefined): Promise<void> {
  const low = db
    .select({ count: sql`count(*)` })
    .from(variants)
    .where(
      and(
        eq(variants.id, variantStock.variantId),
        // A variant without a minimum or out of use never is.
        isNull(variants.archivedAt),
        or(
          lt(variantStock.onHand, variants.minimumStock),
          and(eq(variantStock.onHand, variants.minimumStock), isLowAtMinimum(db)),
        ),
      ),
    );
  await db
    .update(variantStock)
    .set({ isLow: sql`(${low})` })
    .where(where);
}

/** Whether a new variant, of which nothing is there, is low: below any minimum but one of nothing, which the factory's rule decides. */
export function firstLow({ db }: TenantContext, minimumStock: string | null): number | SQL {
  if (minimumStock === null) return 0;
  return /[1-9]/.test(minimumStock) ? 1 : isLowAtMinimum(db);
}

const isLowAtMinimum = (db: TenantDb): SQL =>
  exists(db.select({ id: settings.id }).from(settings).where(eq(settings.minimumRule, "atOrBelow")));
