import { products, productUnits, variantStock, variants } from "@storehouse/db/tenant";
import type { TenantContext } from "../context.ts";
import { firstStamps } from "../record/record-kind.ts";
import { attributesKey } from "./attributes-key.ts";
import { type ProductContent, productColumns } from "./product-content.ts";
import { firstLow } from "./stock.ts";

/** A product to add with its hidden variant; barcodes are added apart. */
export type NewProduct = Readonly<{
  id: string;
  variantId: string;
  content: ProductContent;
  minimumStock: string | null;
}>;

/** Adds products, each with the hidden variant that is booked in its place and an empty stock. Checks nothing: the caller has. */
export async function insertProducts(ctx: TenantContext, added: readonly NewProduct[]): Promise<void> {
  if (added.length === 0) return;
  const stamps = firstStamps(ctx.now());
  const units = added.flatMap(({ id, content }) => content.units.map((unit) => ({ productId: id, ...unit })));
  await ctx.db.insert(products).values(added.map(({ id, content }) => ({ id, ...productColumns(content), ...stamps })));
  if (units.length > 0) await ctx.db.insert(productUnits).values(units);
  await ctx.db.insert(variants).values(
    added.map(({ id, variantId, content, minimumStock }) => ({
      id: variantId,
      productId: id,
      sku: content.code,
      attributes: {},
      attributesKey: attributesKey({}, variantId),
      minimumStock,
      isDefault: 1,
      ...stamps,
    })),
  );
  await ctx.db.insert(variantStock).values(
    added.map(({ id, variantId, minimumStock }) => ({
      variantId,
      productId: id,
      isLow: firstLow(ctx, minimumStock),
    })),
  );
}
