import type { TenantDb } from "@storehouse/db";
import { suppliers } from "@storehouse/db/tenant";
import type { SupplierRow } from "@storehouse/domain";
import { supplierColumns } from "./supplier-record.ts";

/** The query behind every reading of suppliers. */
export const selectSuppliers = (db: TenantDb) =>
  db
    .select({ id: suppliers.id, ...supplierColumns, archivedAt: suppliers.archivedAt, version: suppliers.version })
    .from(suppliers);

type Selected = Omit<SupplierRow, "isArchived"> & Readonly<{ archivedAt: Date | null }>;

/** A selected supplier as screens show it. */
export const toSupplierRow = ({ archivedAt, ...row }: Selected): SupplierRow => ({
  ...row,
  isArchived: archivedAt !== null,
});
