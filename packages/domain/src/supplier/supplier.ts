import { z } from "zod";
import { Id, line, note, optionalLine, Version } from "../fields.ts";
import { PageInput, sorting } from "../page.ts";

const fields = {
  name: line(150),
  contact: optionalLine(100),
  phone: optionalLine(40),
  email: z
    .union([z.literal("").transform(() => null), z.null(), z.email("EMAIL_INVALID").max(254, "TOO_LONG")])
    .optional()
    .transform((text) => text ?? null),
  address: note(500),
  taxNumber: optionalLine(40),
};

/** Who goods are bought from; the business name is unique. */
export const CreateSupplierInput = z.strictObject({ id: Id, ...fields });
export type CreateSupplierInput = z.infer<typeof CreateSupplierInput>;

export const UpdateSupplierInput = z.strictObject({ id: Id, version: Version, ...fields });
export type UpdateSupplierInput = z.infer<typeof UpdateSupplierInput>;

/** The columns suppliers may be sorted by. */
export const SUPPLIER_SORTS = ["name", "contact", "phone", "email", "taxNumber"] as const;

export const ListSuppliersInput = PageInput.extend({
  search: optionalLine(100),
  isArchived: z.boolean().default(false),
  ...sorting(SUPPLIER_SORTS),
}).strict();
export type ListSuppliersInput = z.infer<typeof ListSuppliersInput>;

export type SupplierRow = Readonly<{
  id: string;
  name: string;
  contact: string | null;
  phone: string | null;
  email: string | null;
  address: string | null;
  taxNumber: string | null;
  isArchived: boolean;
  version: number;
}>;
