import { variantStock, variants } from "@storehouse/db/tenant";
import { type AddVariantInput, fail } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { createOnce } from "../record/create-once.ts";
import { firstStamps } from "../record/record-kind.ts";
import { saveBarcodes } from "./barcodes.ts";
import { firstLow } from "./stock.ts";
import { lockProduct, touchProduct } from "./variant-product.ts";
import { normalVariant, variantColumns, variantRecord } from "./variant-record.ts";

/** How many variants a product may have, archived ones included. */
const VARIANTS_MAX = 200;

/** Adds a variant to a product; from the second on, the product shows its variants. Sent twice, it adds one. */
export async function addVariant(ctx: TenantContext, input: AddVariantInput): Promise<{ id: string }> {
  authorize(ctx, "products.update");
  const { id, productId, ...fields } = input;
  const variant = normalVariant(fields);
  const content = { productId, ...variant };
  await createOnce(ctx, { ...variantRecord, action: "products.addVariant", id, content }, async (tx) => {
    await refuseUnfit(tx, productId);
    await tx.db.insert(variants).values({ id, productId, ...variantColumns(id, variant), ...firstStamps(tx.now()) });
    const isLow = firstLow(tx, variant.minimumStock);
    await tx.db.insert(variantStock).values({ variantId: id, productId, isLow });
    await saveBarcodes(tx.db, id, fields.barcodes);
    await touchProduct(tx, productId, 1);
  });
  return { id };
}

async function refuseUnfit(ctx: TenantContext, productId: string): Promise<void> {
  const product = await lockProduct(ctx, productId);
  if (product.isArchived) fail({ code: "ARCHIVED", entity: "product", id: productId, field: "productId" });
  const used = product.variantCount;
  if (used >= VARIANTS_MAX) fail({ code: "LIMIT_REACHED", limit: "variants", used, allowed: VARIANTS_MAX });
}
