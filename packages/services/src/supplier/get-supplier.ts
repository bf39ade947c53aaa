import { eq } from "@storehouse/db";
import { suppliers } from "@storehouse/db/tenant";
import { type ByIdInput, fail, type SupplierRow } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { selectSuppliers, toSupplierRow } from "./select-suppliers.ts";

/** One supplier, archived or not. Throws NOT_FOUND. */
export async function getSupplier(ctx: TenantContext, { id }: ByIdInput): Promise<SupplierRow> {
  authorize(ctx, "suppliers.read");
  const [row] = await selectSuppliers(ctx.db).where(eq(suppliers.id, id));
  return row === undefined ? fail({ code: "NOT_FOUND", entity: "supplier", id }) : toSupplierRow(row);
}
