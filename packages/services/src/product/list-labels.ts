import { and, eq, inArray, isNull, min, or } from "@storehouse/db";
import { barcodes, products, variants } from "@storehouse/db/tenant";
import { fail, LABELS_MAX, type ListLabelsInput, type VariantLabel } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";

/**
 * What stands on the labels of these variants, in their order, then of all variants of these products that are in use. What is not there is left
 * out. Throws INVALID for products with more variants than are told of at once.
 */
export async function listLabels(
  ctx: TenantContext,
  { variantIds, productIds }: ListLabelsInput,
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
    .where(
      or(
        variantIds.length === 0 ? undefined : inArray(variants.id, variantIds),
        productIds.length === 0 ? undefined : and(inArray(variants.productId, productIds), isNull(variants.archivedAt)),
      ),
    )
    .groupBy(variants.id, products.name, variants.name, variants.sku)
    .orderBy(products.name, variants.sku, variants.id)
    .limit(2 * LABELS_MAX + 1);
  const known = new Map(rows.map((row) => [row.variantId, row]));
  const named = [...new Set(variantIds)].flatMap((id) => known.get(id) ?? []);
  const others = rows.filter((row) => !named.includes(row));
  if (others.length > LABELS_MAX) fail({ code: "INVALID", field: "productIds", reason: "TOO_MANY" });
  return { rows: [...named, ...others] };
}
