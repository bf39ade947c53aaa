import { and, contains, eq } from "@storehouse/db";
import { subcategories } from "@storehouse/db/tenant";
import {
  CATEGORIES,
  type ListSubcategoriesInput,
  type Page,
  type SUBCATEGORY_SORTS,
  type SubcategoryRow,
} from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { toPage } from "../cursor.ts";
import { archivedIs } from "../record/keyset.ts";
import { rankOf, type SortBy, sortWhole } from "../record/sort-whole.ts";
import { selectSubcategories, toSubcategoryRow } from "./select-subcategories.ts";

/** Lists subcategories by category, then name, or as asked. */
export async function listSubcategories(
  ctx: TenantContext,
  input: ListSubcategoriesInput,
): Promise<Page<SubcategoryRow>> {
  authorize(ctx, "subcategories.read");
  const { search, category, isArchived, limit } = input;
  const { after, orderBy, cursorOf } = sortWhole(WAYS, { first: "category", last: ["name", "category"] }, input);
  const rows = await selectSubcategories(ctx.db)
    .where(
      and(
        archivedIs(subcategories.archivedAt, isArchived),
        category && eq(subcategories.category, category),
        search === null ? undefined : contains(subcategories.name, search),
        after,
      ),
    )
    .orderBy(...orderBy)
    .limit(limit + 1);
  return toPage(rows.map(toSubcategoryRow), limit, cursorOf);
}

const WAYS: Readonly<Record<(typeof SUBCATEGORY_SORTS)[number], SortBy<SubcategoryRow>>> = {
  category: rankOf(subcategories.category, CATEGORIES, ({ category }) => category),
  name: { by: subcategories.name, valueOf: ({ name }) => name },
};
