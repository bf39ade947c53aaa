"use client";
import { parseAsBoolean, parseAsString, useQueryStates } from "nuqs";

/** What stands for a record's id in the address while a new one is being made. */
export const NEW = "new";

/** A catalogue page's state, all of it in the URL: what is searched, whether the archive is shown, which record is open. */
export function useListAddress() {
  const [{ q, archived, open }, set] = useQueryStates({
    q: parseAsString.withDefault(""),
    archived: parseAsBoolean.withDefault(false),
    open: parseAsString,
  });
  return {
    search: q,
    isArchived: archived,
    openId: open,
    setSearch: (search: string) => void set({ q: search || null }),
    setArchived: (isArchived: boolean) => void set({ archived: isArchived || null }),
    open: (id: string) => void set({ open: id }, { history: "push" }),
    close: () => void set({ open: null }),
    clear: () => void set({ q: null, archived: null }),
  };
}

export type ListAddress = ReturnType<typeof useListAddress>;
