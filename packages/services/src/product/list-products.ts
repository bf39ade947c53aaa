import type { ListProductsInput, Page, ProductRow } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { mayReach } from "../place-scope.ts";
import { packCursor } from "../cursor.ts";
import { pageByColumn } from "./page-by-column.ts";
import { pageByOnHand } from "./page-by-on-hand.ts";
import { cursorOf } from "./product-cursor.ts";
import { readProductRows } from "./read-product-rows.ts";

/** Lists products, searched, filtered and sorted. First the ids of the page, from an index; then the rows of those ids alone. */
export async function listProducts(ctx: TenantContext, input: ListProductsInput): Promise<Page<ProductRow>> {
  authorize(ctx, "products.read");
  const { sort, limit, locationId } = input;
  if (locationId !== undefined && !mayReach(ctx, locationId)) return { rows: [] };
  const places = await (sort === "onHand" ? pageByOnHand(ctx, input) : pageByColumn(ctx.db, input, sort));
  const page = places.slice(0, limit);
  const rows = await readProductRows(
    ctx,
    page.map(({ id }) => id),
  );
  const last = page.at(-1);
  return places.length > limit && last !== undefined ? { rows, next: packCursor(cursorOf(sort, last)) } : { rows };
}
