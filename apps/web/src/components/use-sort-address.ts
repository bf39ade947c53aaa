"use client";
import type { Sort } from "@storehouse/ui";
import { parseAsStringLiteral, useQueryStates } from "nuqs";

const DIRECTION = parseAsStringLiteral(["asc", "desc"]);

/** What of a list's address says how it is sorted. */
export const SORT_KEYS = ["sort", "dir", "first", "firstDir"];

/** How a list is sorted that any of its columns can sort, and another before it: in the URL, as a DataTable shows it, and as the list's input takes it. */
export function useSortAddress<Key extends string>(sorts: readonly [Key, ...Key[]]) {
  const literal = parseAsStringLiteral(sorts);
  const [state, set] = useQueryStates({ sort: literal, dir: DIRECTION, first: literal, firstDir: DIRECTION });
  const keyOf = (by: string | undefined): Key | null => sorts.find((key) => key === by) ?? null;
  const lead: Sort | null = state.first && { by: state.first, direction: state.firstDir ?? "asc" };
  return {
    input: {
      ...(state.sort && { sort: state.sort }),
      ...(state.dir && { direction: state.dir }),
      ...(state.first && { lead: state.first }),
      ...(state.firstDir && { leadDirection: state.firstDir }),
    },
    sorting: {
      sort: { by: state.sort ?? sorts[0], direction: state.dir ?? "asc" } satisfies Sort,
      onSort: ({ by, direction }: Sort) => void set({ sort: keyOf(by), dir: direction }),
      lead,
      onLead: (next: Sort | null) =>
        void set({ first: keyOf(next?.by), firstDir: next === null ? null : next.direction }),
    },
  };
}
