import { and, eq } from "@storehouse/db";
import { products, productUnits, variants } from "@storehouse/db/tenant";
import { fail, type UpdateProductInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { mayReach } from "../place-scope.ts";
import { refuseInFormula } from "../formula/refuse-component.ts";
import type { Stored } from "../record/record-kind.ts";
import { changedFields } from "../record/same-content.ts";
import { updateRecord } from "../record/update-record.ts";
import { checkProduct } from "./check-product.ts";
import { normalProduct, type ProductContent } from "./product-content.ts";
import { productRecord } from "./product-record.ts";
import { lockProductStock } from "./stock.ts";

/** Changes a product's own fields, from the version the change was made from. */
export async function updateProduct(ctx: TenantContext, input: UpdateProductInput): Promise<{ version: number }> {
  authorize(ctx, "products.update");
  const { id, version, ...given } = input;
  const fields = { ...given, defaultLocationId: given.defaultLocationId ?? (await findHiddenPlace(ctx, id)) };
  const content = normalProduct(fields);
  return updateRecord(
    ctx,
    productRecord,
    { id, version, content },
    {
      check: async (tx, stored) => {
        await checkProduct(tx, fields, stored.content);
        if (content.baseUnitId !== stored.content.baseUnitId) await refuseBooked(tx, stored);
      },
      andThen: async (tx, stored) => {
        const changed = changedFields(stored.content, content);
        if (changed.includes("units")) await replaceUnits(tx, id, content.units);
        if (changed.includes("code")) await renameHiddenVariant(tx, id, content.code);
      },
    },
  );
}

/** Who can't see the place a product is kept at sends none, and doesn't mean to take it away. */
async function findHiddenPlace(ctx: TenantContext, id: string): Promise<string | null> {
  if (ctx.actor.places === null) return null;
  const [product] = await ctx.db
    .select({ defaultLocationId: products.defaultLocationId })
    .from(products)
    .where(eq(products.id, id));
  const kept = product?.defaultLocationId ?? null;
  return kept === null || mayReach(ctx, kept) ? null : kept;
}

/** Entries are kept in the base unit: another one would change what they say. */
async function refuseBooked(ctx: TenantContext, { id, content }: Stored<ProductContent>): Promise<void> {
  const stock = await lockProductStock(ctx, id);
  const count = stock.reduce((sum, { sequence }) => sum + sequence, 0);
  if (count > 0) fail({ code: "IN_USE", entity: "unit", id: content.baseUnitId, by: "entry", count });
  await refuseInFormula(ctx, id, content.baseUnitId);
}

async function replaceUnits(ctx: TenantContext, productId: string, units: ProductContent["units"]): Promise<void> {
  await ctx.db.delete(productUnits).where(eq(productUnits.productId, productId));
  if (units.length > 0) await ctx.db.insert(productUnits).values(units.map((unit) => ({ productId, ...unit })));
}

/** A product that shows no variants goes by its code alone, so its variant's sku follows. */
async function renameHiddenVariant(ctx: TenantContext, productId: string, code: string): Promise<void> {
  const [product] = await ctx.db
    .select({ variantCount: products.variantCount })
    .from(products)
    .where(eq(products.id, productId));
  if (product?.variantCount !== 1) return;
  await ctx.db
    .update(variants)
    .set({ sku: code, updatedAt: ctx.now() })
    .where(and(eq(variants.productId, productId), eq(variants.isDefault, 1)));
}
