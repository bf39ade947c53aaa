import {
  alias,
  type AnyColumn,
  and,
  eq,
  exists,
  inArray,
  notExists,
  type SQL,
  sql,
  type TenantDb,
} from "@storehouse/db";
import { products, variantStock } from "@storehouse/db/tenant";
import type { ListProductsInput } from "@storehouse/domain";
import { matches } from "./product-search.ts";

type Filters = Omit<ListProductsInput, "limit" | "after" | "direction" | "lead" | "leadDirection">;

/** The condition a product must meet to be listed. */
export function productFilters(db: TenantDb, input: Filters): SQL | undefined {
  const { search, category, subcategoryId, locationId, supplierId, sourceType, isLow, isArchived } = input;
  return and(
    eq(products.isArchived, isArchived ? 1 : 0),
    asked(products.category, category),
    asked(products.subcategoryId, subcategoryId),
    asked(products.defaultLocationId, locationId),
    asked(products.supplierId, supplierId),
    asked(products.sourceType, sourceType),
    isLow === undefined ? undefined : lowIs(db, isLow),
    search ? isFound(db, input, search) : undefined,
  );
}

const asked = (column: AnyColumn, value: string | undefined): SQL | undefined =>
  value === undefined ? undefined : eq(column, value);

/** True when the way to the products is the index of their sort, walked until the page is full; false when a filter leaves few. */
export const isWalk = (input: Filters): boolean => !leavesFew(input) && (!input.search || isCovered(input));

type Column = Exclude<ListProductsInput["sort"], "onHand">;

/** The index to start from, by the sort; none where the server's own choice is among small ones. */
export function indexesFor(input: Filters, sort: Column): string[] {
  if (isWithinCategory(input)) return [WITHIN_CATEGORY[sort]];
  if (isWalk(input)) return [LIST[sort]];
  return hasCategoryOnly(input) ? ["products_category_ix"] : [];
}

const LIST: Readonly<Record<Column, string>> = {
  code: "products_list_code_ix",
  name: "products_list_name_ix",
  price: "products_list_price_ix",
  updatedAt: "products_list_updated_ix",
};

const WITHIN_CATEGORY: Readonly<Record<Column, string>> = {
  code: "products_in_code_ix",
  name: "products_in_name_ix",
  price: "products_in_price_ix",
  updatedAt: "products_in_updated_ix",
};

// A search reads all of the category anyway, and its own index has no need of an order.
const isWithinCategory = (input: Filters): boolean => hasCategoryOnly(input) && !input.search;

// MySQL would rather walk every code than read the quarter of the products that a category is.
const hasCategoryOnly = (input: Filters): boolean =>
  input.category !== undefined && input.isLow !== true && !leavesFew(input);

const leavesFew = ({ subcategoryId, locationId, supplierId }: Filters): boolean =>
  subcategoryId !== undefined || locationId !== undefined || supplierId !== undefined;

/** True when the index of the sort holds all that is asked. */
const isCovered = ({ sort, category, sourceType, isLow }: Filters): boolean =>
  (sort === "code" || sort === "name") && (category ?? sourceType ?? isLow) === undefined;

/**
 * A search reads every product that other filters with an index leave. Without one it reads an index that holds name and code: the one
 * that is walked, or, where the sort's does not, another, apart, so that only the products found are looked up.
 */
function isFound(db: TenantDb, input: Filters, search: string): SQL | undefined {
  const hasOwnWay = leavesFew(input) || input.category !== undefined || input.isLow === true;
  if (hasOwnWay || isCovered(input)) return matches(db, search, products);
  const found = db
    .select({ id: searched.id })
    .from(searched, { forceIndex: ["products_list_code_ix"] })
    .where(and(eq(searched.isArchived, input.isArchived ? 1 : 0), matches(db, search, searched)))
    .limit(FOUND_MAX)
    .as("found");
  return inArray(products.id, db.select({ id: found.id }).from(found));
}

/** A limit no search meets: with one, the servers search once and keep what they find, instead of searching again for each product. */
const FOUND_MAX = 1_000_000;

const searched = alias(products, "searched");

/** A product is low when any of its variants is. */
function lowIs(db: TenantDb, isLow: boolean): SQL {
  const low = db
    .select({ found: sql`1` })
    .from(variantStock)
    .where(and(eq(variantStock.productId, products.id), eq(variantStock.isLow, 1)));
  return isLow ? exists(low) : notExists(low);
}
