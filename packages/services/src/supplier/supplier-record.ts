import { eq, type ReadDb } from "@storehouse/db";
import { suppliers } from "@storehouse/db/tenant";
import type { CreateSupplierInput } from "@storehouse/domain";
import type { RecordKind } from "../record/record-kind.ts";
import { recordWrites } from "../record/record-writes.ts";

export type SupplierContent = Omit<CreateSupplierInput, "id">;

/** Suppliers, as the shared verbs see them. */
export const supplierRecord: RecordKind<SupplierContent> = {
  entity: "supplier",
  actions: { update: "suppliers.update", archive: "suppliers.archive" },
  uniques: { suppliers_name_uq: "name" },
  find: findSupplier,
  ...recordWrites(suppliers),
};

/** What people fill in of a supplier. */
export const supplierColumns = {
  name: suppliers.name,
  contact: suppliers.contact,
  phone: suppliers.phone,
  email: suppliers.email,
  address: suppliers.address,
  taxNumber: suppliers.taxNumber,
};

async function findSupplier(db: ReadDb, id: string) {
  const [row] = await db
    .select({ version: suppliers.version, archivedAt: suppliers.archivedAt, content: supplierColumns })
    .from(suppliers)
    .where(eq(suppliers.id, id));
  return row && { id, version: row.version, isArchived: row.archivedAt !== null, content: row.content };
}
