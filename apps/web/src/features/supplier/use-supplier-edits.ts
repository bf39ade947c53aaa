"use client";
import { type SupplierRow, UpdateSupplierInput } from "@storehouse/domain";
import { type CellField, useCellEdits } from "../../components/use-cell-edits.ts";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { useCan } from "../session/index.ts";

const { name, contact, phone, email, taxNumber } = UpdateSupplierInput.shape;
const line = (schema: CellField<SupplierRow>["schema"], key: "contact" | "phone" | "email" | "taxNumber") => ({
  schema,
  read: (row: SupplierRow) => row[key],
  isOptional: true,
});
const FIELDS: Readonly<Record<string, CellField<SupplierRow>>> = {
  name: { label: () => t("supplier.businessName"), schema: name, read: (row) => row.name },
  contact: { label: () => t("supplier.contact"), ...line(contact, "contact") },
  phone: { label: () => t("supplier.phone"), ...line(phone, "phone") },
  email: { label: () => t("record.email"), ...line(email, "email") },
  taxNumber: { label: () => t("supplier.taxNumber"), ...line(taxNumber, "taxNumber") },
};

/** What of a supplier can be changed in the list. */
export function useSupplierEdits() {
  const can = useCan();
  const utils = trpc.useUtils();
  const update = trpc.suppliers.update.useMutation();
  return useCellEdits<SupplierRow>({
    fields: can("suppliers.update") ? FIELDS : undefined,
    save: ({ isArchived: _isArchived, ...row }, change) => update.mutateAsync({ ...row, ...change }),
    refresh: () => utils.suppliers.invalidate(),
  });
}
