import { fail, type UpdateVariantInput } from "@storehouse/domain";
import { reviewVariants } from "../alert/review-variants.ts";
import { authorize, type TenantContext } from "../context.ts";
import { updateRecord } from "../record/update-record.ts";
import { saveBarcodes } from "./barcodes.ts";
import { lockVariantStock, refreshLow } from "./stock.ts";
import { lockProductOf, touchProduct } from "./variant-product.ts";
import { normalVariant, variantRecord } from "./variant-record.ts";

/** Changes a variant, from the version the change was made from. A hidden variant's sku is its product's code and can't be set apart. */
export function updateVariant(ctx: TenantContext, input: UpdateVariantInput): Promise<{ version: number }> {
  authorize(ctx, "products.update");
  const { id, version, ...fields } = input;
  const content = normalVariant(fields);
  return updateRecord(
    ctx,
    variantRecord,
    { id, version, content },
    {
      check: async (tx) => {
        await lockVariantStock(tx, id);
        const product = await lockProductOf(tx, id);
        if (product.variantCount === 1 && content.sku !== product.code) {
          fail({ code: "INVALID", field: "sku", reason: "SKU_IS_CODE" });
        }
      },
      andThen: async (tx) => {
        await saveBarcodes(tx.db, id, fields.barcodes);
        await refreshLow(tx, id);
        await reviewVariants(tx, [id]);
        await touchProduct(tx, (await lockProductOf(tx, id)).id);
      },
    },
  );
}
