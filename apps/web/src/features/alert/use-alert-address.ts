"use client";
import { ALERT_KINDS } from "@storehouse/domain";
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

const ADDRESS = {
  q: parseAsString.withDefault(""),
  kind: parseAsStringLiteral(ALERT_KINDS),
  place: parseAsString,
  ended: parseAsBoolean.withDefault(false),
};

/** The alerts' search and filters, all of it in the URL, and as `alerts.list` takes it. */
export function useAlertAddress() {
  const [state, set] = useQueryStates(ADDRESS);
  const input = {
    limit: 50,
    isOpen: !state.ended,
    ...(state.q && { search: state.q }),
    ...(state.kind && { kind: state.kind }),
    ...(state.place && { locationId: state.place }),
  };
  return {
    state,
    input,
    isFiltered: [state.q, state.kind, state.place, state.ended].some(Boolean),
    set: (changes: Partial<typeof state>) => void set(changes),
    clear: () => void set({ q: null, kind: null, place: null, ended: null }),
  };
}

export type AlertAddress = ReturnType<typeof useAlertAddress>;
