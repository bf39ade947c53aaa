import { eq, type ReadDb } from "@storehouse/db";
import { subcategories } from "@storehouse/db/tenant";
import type { CreateSubcategoryInput } from "@storehouse/domain";
import type { RecordKind } from "../record/record-kind.ts";
import { recordWrites } from "../record/record-writes.ts";

export type SubcategoryContent = Omit<CreateSubcategoryInput, "id">;

/** Subcategories, as the shared verbs see them. */
export const subcategoryRecord: RecordKind<SubcategoryContent> = {
  entity: "subcategory",
  actions: { update: "subcategories.update", archive: "subcategories.archive" },
  uniques: { subcategories_name_uq: "name" },
  find: findSubcategory,
  ...recordWrites(subcategories),
};

async function findSubcategory(db: ReadDb, id: string) {
  const [row] = await db
    .select({
      version: subcategories.version,
      archivedAt: subcategories.archivedAt,
      content: { category: subcategories.category, name: subcategories.name },
    })
    .from(subcategories)
    .where(eq(subcategories.id, id));
  return row && { id, version: row.version, isArchived: row.archivedAt !== null, content: row.content };
}
