"use client";
import { COMPARED, DIFFERENCE_KINDS } from "@storehouse/domain";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

const ADDRESS = {
  table: parseAsStringLiteral(COMPARED),
  kind: parseAsStringLiteral(DIFFERENCE_KINDS),
  q: parseAsString.withDefault(""),
};

/** Which kind of record is looked at, and which of its differences: all of it in the URL. */
export function useDifferenceAddress() {
  const [state, set] = useQueryStates(ADDRESS);
  return {
    ...state,
    isFiltered: state.kind !== null || state.q !== "",
    set: (changes: Partial<typeof state>) => void set(changes),
    clear: () => void set({ kind: null, q: null }),
  };
}

export type DifferenceAddress = ReturnType<typeof useDifferenceAddress>;
