import { eq, inArray, min } from "@storehouse/db";
import { barcodes, products, variants } from "@storehouse/db/tenant";
import type { ListLabelsInput, VariantLabel } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";

/** What stands on the labels of these variants, in their order. What is not there is left out. */
export async function listLabels(
  ctx: TenantContext,
  { variantIds }: ListLabelsInput,
): Promise<{ rows: readonly VariantLabel[] }> {
  authorize(ctx, "products.read");
  const rows = await ctx.db
    .select({
      variantId: variants.id,
      productName: products.name,
      variantName: variants.name,
      sku: variants.sku,
      barcode: min(barcodes.code),
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .leftJoin(barcodes, eq(barcodes.variantId, variants.id))
    .where(inArray(variants.id, variantIds))
    .groupBy(variants.id, products.name, variants.name, variants.sku);
  const known = new Map(rows.map((row) => [row.variantId, row]));
  return { rows: [...new Set(variantIds)].flatMap((id) => known.get(id) ?? []) };
}
