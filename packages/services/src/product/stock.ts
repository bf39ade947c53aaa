import { and, asc, eq, isNotNull, isNull, lte, type SQL, sql } from "@storehouse/db";
import { variantStock, variants } from "@storehouse/db/tenant";
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

/** Decides anew whether a variant stands at or below its minimum. A variant without a minimum or out of use never does. */
export async function refreshLow({ db }: TenantContext, variantId: string): Promise<void> {
  const low = db
    .select({ count: sql`count(*)` })
    .from(variants)
    .where(
      and(
        eq(variants.id, variantId),
        isNull(variants.archivedAt),
        isNotNull(variants.minimumStock),
        lte(variantStock.onHand, variants.minimumStock),
      ),
    );
  await db
    .update(variantStock)
    .set({ isLow: sql`(${low})` })
    .where(eq(variantStock.variantId, variantId));
}
