"use client";
import { CATEGORIES, endOfDay, isDay, LEVEL_LEADS, LEVEL_SORTS } from "@storehouse/domain";
import { type Sort, todayIn, useFormats } from "@storehouse/ui";
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

const ADDRESS = {
  q: parseAsString.withDefault(""),
  place: parseAsString,
  category: parseAsStringLiteral(CATEGORIES),
  subcategory: parseAsString,
  low: parseAsBoolean.withDefault(false),
  zero: parseAsBoolean.withDefault(false),
  asof: parseAsString,
  sort: parseAsStringLiteral(LEVEL_SORTS).withDefault("product"),
  dir: parseAsStringLiteral(["asc", "desc"]).withDefault("asc"),
  first: parseAsStringLiteral(LEVEL_LEADS),
  firstDir: parseAsStringLiteral(["asc", "desc"]).withDefault("asc"),
};

/** What of the address a view of the list keeps: not the day, for a view is of what there is. */
export const LEVEL_KEYS = Object.keys(ADDRESS).filter((key) => key !== "asof");

/** The levels' search, filters and sort, all of it in the URL, and as `inventory.levels` takes it. */
export function useLevelAddress() {
  const [state, set] = useQueryStates(ADDRESS);
  const { timeZone } = useFormats();
  const day = state.asof !== null && isDay(state.asof) && state.asof < todayIn(timeZone) ? state.asof : null;
  const input = {
    limit: 50,
    isZeroShown: state.zero,
    sort: state.sort,
    direction: state.dir,
    ...(state.first && { lead: state.first, leadDirection: state.firstDir }),
    ...(state.q && { search: state.q }),
    ...(state.place && { locationId: state.place }),
    ...(state.category && { category: state.category }),
    ...(state.subcategory && { subcategoryId: state.subcategory }),
    ...(state.low && { isLow: true }),
  };
  return {
    state,
    input,
    /** The day the page looks back to, to its last moment on the factory's clocks; null for now. */
    asOf: day === null ? null : { day, moment: endOfDay(timeZone, day).toISOString() },
    isFiltered: [state.q, state.place, state.category, state.subcategory, state.low, state.zero].some(Boolean),
    set: (changes: Partial<typeof state>) => void set(changes),
    sort: { by: state.sort, direction: state.dir } satisfies Sort,
    setSort: ({ by, direction }: Sort) =>
      void set({ sort: LEVEL_SORTS.find((one) => one === by) ?? "product", dir: direction }),
    lead: state.first === null ? null : ({ by: state.first, direction: state.firstDir } satisfies Sort),
    setLead: (lead: Sort | null) =>
      void set({ first: LEVEL_LEADS.find((one) => one === lead?.by) ?? null, firstDir: lead?.direction ?? null }),
    clear: () => void set({ q: null, place: null, category: null, subcategory: null, low: null, zero: null }),
  };
}

export type LevelAddress = ReturnType<typeof useLevelAddress>;
