"use client";
import { AUDIT_LEADS, CATEGORIES, FLAG_FILTERS } from "@storehouse/domain";
import type { Sort } from "@storehouse/ui";
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useDayRange } from "../../components/use-day-range.ts";
import { DEED_NAMES, DEEDS, ENTITIES } from "./deeds.ts";

const ADDRESS = {
  q: parseAsString.withDefault(""),
  deed: parseAsStringLiteral(DEED_NAMES),
  kind: parseAsStringLiteral(ENTITIES),
  record: parseAsString,
  person: parseAsString,
  place: parseAsString,
  product: parseAsString,
  category: parseAsStringLiteral(CATEGORIES),
  subcategory: parseAsString,
  reference: parseAsString,
  flag: parseAsStringLiteral(FLAG_FILTERS),
  days: parseAsInteger,
  from: parseAsString,
  to: parseAsString,
  dir: parseAsStringLiteral(["asc", "desc"]).withDefault("desc"),
  first: parseAsStringLiteral(AUDIT_LEADS),
  firstDir: parseAsStringLiteral(["asc", "desc"]).withDefault("asc"),
};

/** What of the address a view of the log keeps. */
export const AUDIT_KEYS = Object.keys(ADDRESS);

const NOTHING = Object.fromEntries(AUDIT_KEYS.map((key) => [key, null]));

/** The log's search, filters and order, all of them in the URL, and as `auditLogs.list` takes them. */
export function useAuditAddress() {
  const [state, set] = useQueryStates(ADDRESS);
  const range = useDayRange(state);
  const filters = {
    ...(state.q && { search: state.q }),
    ...(state.deed && { actions: [...DEEDS[state.deed].actions] }),
    ...(state.kind && { entity: state.kind }),
    ...(state.record && { entityId: state.record }),
    ...(state.person && { userId: state.person }),
    ...(state.place && { locationId: state.place }),
    ...(state.product && { productId: state.product }),
    ...(state.category && { category: state.category }),
    ...(state.subcategory && { subcategoryId: state.subcategory }),
    ...(state.reference && { reference: state.reference }),
    ...(state.flag && { flag: state.flag }),
    ...(state.days && { days: state.days }),
    ...range,
  };
  return {
    state,
    filters,
    isFiltered: Object.keys(filters).length > 0,
    order: {
      direction: state.dir,
      ...(state.first && { lead: state.first, leadDirection: state.firstDir }),
    },
    sorting: {
      sort: { by: "at", direction: state.dir } satisfies Sort,
      onSort: ({ direction }: Sort) => void set({ dir: direction }),
      lead: state.first === null ? null : ({ by: state.first, direction: state.firstDir } satisfies Sort),
      onLead: (lead: Sort | null) =>
        void set({ first: AUDIT_LEADS.find((one) => one === lead?.by) ?? null, firstDir: lead?.direction ?? null }),
    },
    set: (changes: Partial<typeof state>) => void set(changes),
    clear: () => void set({ ...NOTHING, dir: state.dir, first: state.first, firstDir: state.firstDir }),
  };
}

export type AuditAddress = ReturnType<typeof useAuditAddress>;
