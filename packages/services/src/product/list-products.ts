import { CATEGORIES, type Category, type ListProductsInput, type Page, type ProductRow } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { mayReach } from "../place-scope.ts";
import { packCursor } from "../cursor.ts";
import { listByGroup } from "../record/list-by-group.ts";
import { pageByColumn } from "./page-by-column.ts";
import { pageByOnHand } from "./page-by-on-hand.ts";
import { cursorOf } from "./product-cursor.ts";
import { readProductRows } from "./read-product-rows.ts";

/** Lists products, searched, filtered and sorted; category by category where that leads the sort. */
export async function listProducts(ctx: TenantContext, input: ListProductsInput): Promise<Page<ProductRow>> {
  authorize(ctx, "products.read");
  const { locationId, lead } = input;
  if (locationId !== undefined && !mayReach(ctx, locationId)) return { rows: [] };
  if (lead === undefined) return listSorted(ctx, input);
  return listByGroup(groupsOf(input), input, (category, page) => listSorted(ctx, { ...input, ...page, category }));
}

function groupsOf({ category, leadDirection }: ListProductsInput): readonly Category[] {
  if (category !== undefined) return [category];
  return leadDirection === "desc" ? CATEGORIES.toReversed() : CATEGORIES;
}

/** First the ids of the page, from an index; then the rows of those ids alone. */
async function listSorted(ctx: TenantContext, input: ListProductsInput): Promise<Page<ProductRow>> {
  const { sort, limit } = input;
  const places = await (sort === "onHand" ? pageByOnHand(ctx, input) : pageByColumn(ctx.db, input, sort));
  const page = places.slice(0, limit);
  const rows = await readProductRows(
    ctx,
    page.map(({ id }) => id),
  );
  const last = page.at(-1);
  return places.length > limit && last !== undefined ? { rows, next: packCursor(cursorOf(sort, last)) } : { rows };
}
