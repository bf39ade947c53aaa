import { subcategories } from "@storehouse/db/tenant";
import type { CreateSubcategoryInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { createOnce } from "../record/create-once.ts";
import { firstStamps } from "../record/record-kind.ts";
import { subcategoryRecord } from "./subcategory-record.ts";

/** Adds a subcategory. Sent twice, it adds one. */
export async function createSubcategory(ctx: TenantContext, input: CreateSubcategoryInput): Promise<{ id: string }> {
  authorize(ctx, "subcategories.create");
  const { id, ...content } = input;
  await createOnce(ctx, { ...subcategoryRecord, action: "subcategories.create", id, content }, async (tx) => {
    await tx.db.insert(subcategories).values({ id, ...content, ...firstStamps(tx.now()) });
  });
  return { id };
}
