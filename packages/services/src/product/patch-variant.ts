import type { PatchVariantInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { getRecord } from "../record/get-record.ts";
import { updateVariant } from "./update-variant.ts";
import { variantRecord } from "./variant-record.ts";

/** Gives a variant another minimum, from the version the change was made from. What was saved in between is never written over: it is refused as STALE. */
export async function patchVariant(ctx: TenantContext, input: PatchVariantInput): Promise<{ version: number }> {
  authorize(ctx, "products.update");
  const { content } = await getRecord(ctx.db, variantRecord, input.id);
  return updateVariant(ctx, { ...content, ...input });
}
