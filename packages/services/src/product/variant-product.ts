import { eq, sql } from "@storehouse/db";
import { products, variants } from "@storehouse/db/tenant";
import { fail } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";

/** What the rules for variants ask of their product. */
export type LockedProduct = Readonly<{ id: string; code: string; isArchived: boolean; variantCount: number }>;

/** Locks a product while its variants change, so that two changes can't both count on what only one may. Throws NOT_FOUND. */
export async function lockProduct(ctx: TenantContext, id: string): Promise<LockedProduct> {
  const { code, isArchived, variantCount } = products;
  const [product] = await ctx.db
    .select({ code, isArchived, variantCount })
    .from(products)
    .where(eq(products.id, id))
    .for("update");
  if (product === undefined) fail({ code: "NOT_FOUND", entity: "product", id, field: "productId" });
  return { ...product, id, isArchived: product.isArchived === 1 };
}

/** Locks the product of a variant. Throws NOT_FOUND. */
export async function lockProductOf(ctx: TenantContext, variantId: string): Promise<LockedProduct> {
  const { productId } = variants;
  const [variant] = await ctx.db.select({ productId }).from(variants).where(eq(variants.id, variantId));
  if (variant === undefined) fail({ code: "NOT_FOUND", entity: "variant", id: variantId });
  return lockProduct(ctx, variant.productId);
}

/** Marks a product as changed just now through its variants, with `more` of them. Its own version stays: its form is not stale. */
export async function touchProduct(ctx: TenantContext, id: string, more = 0): Promise<void> {
  await ctx.db
    .update(products)
    .set({ updatedAt: ctx.now(), variantCount: sql`${products.variantCount} + ${more}` })
    .where(eq(products.id, id));
}
