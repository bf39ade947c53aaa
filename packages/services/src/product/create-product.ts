import type { CreateProductInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { assertRoom } from "../plan/assert-room.ts";
import { createOnce } from "../record/create-once.ts";
import { saveBarcodes } from "./barcodes.ts";
import { checkProduct } from "./check-product.ts";
import { insertProducts } from "./insert-products.ts";
import { normalProduct, normalQuantity } from "./product-content.ts";
import { productRecord } from "./product-record.ts";

/** Adds a product with its hidden variant, its units and barcodes. Sent twice, it adds one. Throws LIMIT_REACHED. */
export async function createProduct(
  ctx: TenantContext,
  input: CreateProductInput,
): Promise<{ id: string; variantId: string }> {
  authorize(ctx, "products.create");
  const { id, variantId, barcodes, minimumStock: minimum, ...fields } = input;
  const product = normalProduct(fields);
  const minimumStock = normalQuantity(minimum);
  const content = { variantId, ...product, barcodes, minimumStock };
  await createOnce(ctx, { ...productRecord, action: "products.create", id, content }, async (tx) => {
    await checkProduct(tx, fields);
    await assertRoom(tx, { products: 1 });
    await insertProducts(tx, [{ id, variantId, content: product, minimumStock }]);
    await saveBarcodes(tx.db, variantId, barcodes);
  });
  return { id, variantId };
}
