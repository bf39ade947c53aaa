import { and, asc, contains, eq } from "@storehouse/db";
import { subcategories } from "@storehouse/db/tenant";
import type { ListSubcategoriesInput, Page, SubcategoryRow } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { toPage, unpackCursor } from "../cursor.ts";
import { archivedIs, comesAfter } from "../record/keyset.ts";
import { selectSubcategories, toSubcategoryRow } from "./select-subcategories.ts";

/** Lists subcategories by category, then name. */
export async function listSubcategories(
  ctx: TenantContext,
  input: ListSubcategoriesInput,
): Promise<Page<SubcategoryRow>> {
  authorize(ctx, "subcategories.read");
  const { search, category, isArchived, after, limit } = input;
  const { category: categoryColumn, name } = subcategories;
  const cursor = unpackCursor(after, 2);
  const rows = await selectSubcategories(ctx.db)
    .where(
      and(
        archivedIs(subcategories.archivedAt, isArchived),
        category && eq(categoryColumn, category),
        search === null ? undefined : contains(name, search),
        cursor &&
          comesAfter([
            [categoryColumn, cursor[0]],
            [name, cursor[1]],
          ]),
      ),
    )
    .orderBy(asc(categoryColumn), asc(name))
    .limit(limit + 1);
  return toPage(rows.map(toSubcategoryRow), limit, (row) => [row.category, row.name]);
}
