import type { TenantDb } from "@storehouse/db";
import { subcategories } from "@storehouse/db/tenant";
import type { SubcategoryRow } from "@storehouse/domain";

/** The query behind every reading of subcategories. */
export const selectSubcategories = (db: TenantDb) =>
  db
    .select({
      id: subcategories.id,
      category: subcategories.category,
      name: subcategories.name,
      archivedAt: subcategories.archivedAt,
      version: subcategories.version,
    })
    .from(subcategories);

type Selected = Omit<SubcategoryRow, "isArchived"> & Readonly<{ archivedAt: Date | null }>;

/** A selected subcategory as screens show it. */
export const toSubcategoryRow = ({ archivedAt, ...row }: Selected): SubcategoryRow => ({
  ...row,
  isArchived: archivedAt !== null,
});
