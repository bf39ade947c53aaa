import { and, asc, desc, type TenantDb } from "@storehouse/db";
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
  const forceIndex = indexesFor(input, INDEXES[sort]);
  return db
    .select({ id: products.id, value: products[sort] })
    .from(products, { forceIndex })
    .where(and(productFilters(db, input), place && comesAfter(keysOf(sort, place), input.direction)))
    .orderBy(...keysOf(sort).map(([column]) => order(column)))
    .limit(input.limit + 1);
}

const INDEXES: Readonly<Record<Column, string>> = {
  code: "products_list_code_ix",
  name: "products_list_name_ix",
  updatedAt: "products_list_updated_ix",
};

/** A code is one product's alone; names and times can be several's, and the id decides between those. */
function keysOf(sort: Column, place?: ProductPlace): readonly SortKey[] {
  if (sort === "code") return [[products.code, place?.value]];
  const value = sort === "updatedAt" && place !== undefined ? new Date(place.value) : place?.value;
  return [
    [products[sort], value],
    [products.id, place?.id],
  ];
}
