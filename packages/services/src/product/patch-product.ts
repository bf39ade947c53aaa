import type { PatchProductInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { getRecord } from "../record/get-record.ts";
import { productRecord } from "./product-record.ts";
import { updateProduct } from "./update-product.ts";

/** Changes some of a product's fields, from the version the change was made from. What was saved in between is never written over: it is refused as STALE. */
export async function patchProduct(ctx: TenantContext, input: PatchProductInput): Promise<{ version: number }> {
  authorize(ctx, "products.update");
  const { content } = await getRecord(ctx.db, productRecord, input.id);
  return updateProduct(ctx, { ...content, ...named(input), id: input.id, version: input.version });
}

const named = ({ code, name, price, cost, supplierId, subcategoryId }: PatchProductInput) => ({
  ...(code !== undefined && { code }),
  ...(name !== undefined && { name }),
  ...(price !== undefined && { price }),
  ...(cost !== undefined && { cost }),
  ...(supplierId !== undefined && { supplierId }),
  ...(subcategoryId !== undefined && { subcategoryId }),
});
