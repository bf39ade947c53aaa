"use client";
import { CATEGORIES, ENTRY_LEADS, ENTRY_TYPES } from "@storehouse/domain";
import type { Sort } from "@storehouse/ui";
import { parseAsArrayOf, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useDayRange } from "../../components/use-day-range.ts";

const ADDRESS = {
  q: parseAsString.withDefault(""),
  types: parseAsArrayOf(parseAsStringLiteral(ENTRY_TYPES)).withDefault([]),
  place: parseAsString,
  person: parseAsString,
  variant: parseAsString,
  /** What was booked at once with an entry that a link leads to. */
  change: parseAsString,
  category: parseAsStringLiteral(CATEGORIES),
  subcategory: parseAsString,
  days: parseAsInteger,
  from: parseAsString,
  to: parseAsString,
  undone: parseAsStringLiteral(["hide"]),
  dir: parseAsStringLiteral(["asc", "desc"]).withDefault("desc"),
  first: parseAsStringLiteral(ENTRY_LEADS),
  firstDir: parseAsStringLiteral(["asc", "desc"]).withDefault("asc"),
};

/** What of the address a view of the ledger keeps. */
export const ENTRY_KEYS = Object.keys(ADDRESS);

/** The ledger's search, filters and order, all of it in the URL, and as `inventory.entries` takes it. */
export function useEntryAddress() {
  const [state, set] = useQueryStates(ADDRESS);
  const range = useDayRange(state);
  const filters = {
    direction: state.dir,
    ...(state.first && { lead: state.first, leadDirection: state.firstDir }),
    ...(state.q && { search: state.q }),
    ...(state.types.length > 0 && { types: state.types }),
    ...(state.place && { locationId: state.place }),
    ...(state.person && { userId: state.person }),
    ...(state.category && { category: state.category }),
    ...(state.subcategory && { subcategoryId: state.subcategory }),
    ...(state.days && { days: state.days }),
    ...(state.variant && { variantId: state.variant }),
    ...(state.change && { postingId: state.change }),
    ...range,
    ...(state.undone && { isStanding: true }),
  };
  const chosen = [
    state.q,
    state.types.length,
    state.place,
    state.person,
    state.variant,
    state.change,
    state.category,
    state.subcategory,
    state.days,
    state.from,
    state.to,
    state.undone,
  ];
  return {
    state,
    filters,
    isFiltered: chosen.some(Boolean),
    set: (changes: Partial<typeof state>) => void set(changes),
    sort: { by: "at", direction: state.dir } satisfies Sort,
    setSort: ({ direction }: Sort) => void set({ dir: direction }),
    lead: state.first === null ? null : ({ by: state.first, direction: state.firstDir } satisfies Sort),
    setLead: (lead: Sort | null) =>
      void set({ first: ENTRY_LEADS.find((one) => one === lead?.by) ?? null, firstDir: lead?.direction ?? null }),
    clear: () =>
      void set({
        q: null,
        types: null,
        place: null,
        person: null,
        variant: null,
        change: null,
        category: null,
        subcategory: null,
        days: null,
        from: null,
        to: null,
        undone: null,
      }),
  };
}

export type EntryAddress = ReturnType<typeof useEntryAddress>;
