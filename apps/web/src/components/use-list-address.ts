"use client";
import { parseAsBoolean, parseAsString, useQueryStates } from "nuqs";
import { useDrawerAddress } from "./use-drawer-address.ts";
import { SORT_KEYS } from "./use-sort-address.ts";

/** What stands for a record's id in the address while a new one is being made. */
export const NEW = "new";

/** What of a catalogue page's address a view of it keeps. */
export const LIST_KEYS = ["q", "archived", ...SORT_KEYS];

/** A catalogue page's state, all of it in the URL: what is searched, whether the archive is shown, which record is open. */
export function useListAddress() {
  const [{ q, archived }, set] = useQueryStates({
    q: parseAsString.withDefault(""),
    archived: parseAsBoolean.withDefault(false),
  });
  const { openId, open, close } = useDrawerAddress("open");
  return {
    search: q,
    isArchived: archived,
    openId,
    setSearch: (search: string) => void set({ q: search || null }),
    setArchived: (isArchived: boolean) => void set({ archived: isArchived || null }),
    open,
    close,
    clear: () => void set({ q: null, archived: null }),
  };
}

export type ListAddress = ReturnType<typeof useListAddress>;
