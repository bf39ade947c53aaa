"use client";
import { CATEGORIES, PRODUCT_LEADS, PRODUCT_SORTS, SOURCE_TYPES } from "@storehouse/domain";
import type { Sort } from "@storehouse/ui";
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

const ADDRESS = {
  q: parseAsString.withDefault(""),
  category: parseAsStringLiteral(CATEGORIES),
  subcategory: parseAsString,
  place: parseAsString,
  supplier: parseAsString,
  source: parseAsStringLiteral(SOURCE_TYPES),
  low: parseAsBoolean.withDefault(false),
  archived: parseAsBoolean.withDefault(false),
  sort: parseAsStringLiteral(PRODUCT_SORTS).withDefault("code"),
  dir: parseAsStringLiteral(["asc", "desc"]).withDefault("asc"),
  first: parseAsStringLiteral(PRODUCT_LEADS),
  firstDir: parseAsStringLiteral(["asc", "desc"]).withDefault("asc"),
};

/** What of the address a view of the list keeps. */
export const PRODUCT_KEYS = Object.keys(ADDRESS);

/** The product list's search, filters and sort, all of it in the URL, and as `products.list` takes it. */
export function useProductAddress() {
  const [state, set] = useQueryStates(ADDRESS);
  const input = {
    limit: 50,
    isArchived: state.archived,
    sort: state.sort,
    direction: state.dir,
    ...(state.first && { lead: state.first, leadDirection: state.firstDir }),
    ...(state.q && { search: state.q }),
    ...(state.category && { category: state.category }),
    ...(state.subcategory && { subcategoryId: state.subcategory }),
    ...(state.place && { locationId: state.place }),
    ...(state.supplier && { supplierId: state.supplier }),
    ...(state.source && { sourceType: state.source }),
    ...(state.low && { isLow: true }),
  };
  const filters = [
    state.q,
    state.category,
    state.subcategory,
    state.place,
    state.supplier,
    state.source,
    state.low,
    state.archived,
  ];
  return {
    state,
    input,
    isFiltered: filters.some(Boolean),
    set: (changes: Partial<typeof state>) => void set(changes),
    sort: { by: state.sort, direction: state.dir } satisfies Sort,
    setSort: ({ by, direction }: Sort) =>
      void set({ sort: PRODUCT_SORTS.find((one) => one === by) ?? "code", dir: direction }),
    lead: state.first === null ? null : ({ by: state.first, direction: state.firstDir } satisfies Sort),
    setLead: (lead: Sort | null) =>
      void set({ first: PRODUCT_LEADS.find((one) => one === lead?.by) ?? null, firstDir: lead?.direction ?? null }),
    clear: () =>
      void set({
        q: null,
        category: null,
        subcategory: null,
        place: null,
        supplier: null,
        source: null,
        low: null,
        archived: null,
      }),
  };
}

export type ProductAddress = ReturnType<typeof useProductAddress>;
