import { suppliers } from "@storehouse/db/tenant";
import type { CreateSupplierInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { createOnce } from "../record/create-once.ts";
import { firstStamps } from "../record/record-kind.ts";
import { supplierRecord } from "./supplier-record.ts";

/** Adds a supplier. Sent twice, it adds one. */
export async function createSupplier(ctx: TenantContext, input: CreateSupplierInput): Promise<{ id: string }> {
  authorize(ctx, "suppliers.create");
  const { id, ...content } = input;
  await createOnce(ctx, { ...supplierRecord, action: "suppliers.create", id, content }, async (tx) => {
    await tx.db.insert(suppliers).values({ id, ...content, ...firstStamps(tx.now()) });
  });
  return { id };
}
