import type { BulkValues, Failure, Permission, PreviewBulkInput } from "@storehouse/domain";

/** A record that a change would be about: what it holds, what it would hold, and what stands in the way. */
export type Candidate = Readonly<{
  recordId: string;
  label: string;
  version: number;
  from: BulkValues;
  to: BulkValues;
  reason: Failure | null;
}>;

const ARCHIVING: Readonly<Record<Exclude<PreviewBulkInput["list"], "users">, Permission>> = {
  products: "products.archive",
  suppliers: "suppliers.archive",
  locations: "locations.archive",
  subcategories: "subcategories.archive",
  formulas: "productFormulas.archive",
};

/** What changing one record in this way takes. */
export function permissionFor({ list, change }: Pick<PreviewBulkInput, "list" | "change">): Permission {
  if (list === "users") return "users.update";
  return change.field === "isArchived" ? ARCHIVING[list] : "products.update";
}
