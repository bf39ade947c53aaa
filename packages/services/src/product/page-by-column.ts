import { and, asc, desc, type SQL, sql, type TenantDb } from "@storehouse/db";
import { products } from "@storehouse/db/tenant";
import type { ListProductsInput } from "@storehouse/domain";
import { comesAfter, type SortKey } from "../record/keyset.ts";
import { type ProductPlace, placeOf } from "./product-cursor.ts";
import { indexesFor, productFilters } from "./product-filters.ts";

type Column = Exclude<ListProductsInput["sort"], "onHand">;

/** One row more than a page of products sorted by a column of their own: only their places, for their rows are read after. */
export async function pageByColumn(db: TenantDb, input: ListProductsInput, sort: Column): Promise<ProductPlace[]> {
  const rows = await selectByColumn(db, input, sort);
  return rows.map(({ id, value }) => ({ id, value: value instanceof Date ? value.toISOString() : value }));
}

/** The query of `pageByColumn`. */
export function selectByColumn(db: TenantDb, input: ListProductsInput, sort: Column) {
  const place = placeOf(input);
  const order = input.direction === "asc" ? asc : desc;
  // Left alone, MySQL walks a key that knows nothing of the archive, and looks up each row of it.
  const forceIndex = indexesFor(input, sort);
  return db
    .select({ id: products.id, value: products[sort] })
    .from(products, { forceIndex })
    .where(and(productFilters(db, input), place && comesAfter(keysOf(sort, place), input.direction)))
    .orderBy(...orderedBy(input, sort, place).map((column) => order(column)))
    .limit(input.limit + 1);
}

/** Downwards from a row without a value there are only such rows, and asked to order them by it too, MariaDB sorts. */
function orderedBy({ direction }: ListProductsInput, sort: Column, place?: ProductPlace): readonly SortKey[0][] {
  if (direction === "desc" && place?.value === null) return [products.id];
  return keysOf(sort).map(([column]) => column);
}

/** A code is one product's alone; names, prices and times can be several's, and the id decides between those. */
function keysOf(sort: Column, place?: ProductPlace): readonly SortKey[] {
  const key: SortKey = [products[sort], place && valueOf(sort, place.value)];
  return sort === "code" ? [key] : [key, [products.id, place?.id]];
}

/** The cast keeps the comparison exact: a decimal against plain text is compared as floats. */
function valueOf(sort: Column, value: string | null): string | null | Date | SQL {
  if (value === null) return null;
  if (sort === "updatedAt") return new Date(value);
  return sort === "price" ? sql`cast(${value} as decimal(18, 4))` : value;
}
