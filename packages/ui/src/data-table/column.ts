import type { ReactNode } from "react";

/** One column of a DataTable. Holds no state and fetches nothing. */
export type Column<Row> = Readonly<{
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** `end` for every number. */
  align?: "start" | "end";
  /** In pixels, 140 unless given. A growing column takes what is left over, and at least this. */
  width?: number;
  isGrowing?: boolean;
  /** The name the list's sort gives this column; without one it cannot be sorted by. */
  sortKey?: string;
  /** The name under which the list can be sorted by this column first, and by another after it. */
  leadKey?: string;
  /** Which way the first press sorts. */
  firstDirection?: SortDirection;
  /** Cannot be hidden by the reader. The first column never can. */
  isFixed?: boolean;
  isHiddenAtFirst?: boolean;
  /** Holds nothing that a file could keep, as a button. */
  isNoData?: boolean;
  /** What a card says in its line instead, without the header before it; null for nothing, as a state that is fine. */
  cardCell?: (row: Row) => ReactNode;
  /** Where it stands on a phone's card: title (the first column unless said), corner, line (the rest) or nowhere. */
  onCard?: "title" | "corner" | "line" | "none";
}>;

export type SortDirection = "asc" | "desc";
export type Sort = Readonly<{ by: string; direction: SortDirection }>;

export const COLUMN_WIDTH = 140;

/** The direction a press on the column's header leads to. */
export function nextSort<Row>(column: Column<Row>, sort: Sort | undefined): Sort | undefined {
  if (column.sortKey === undefined) return undefined;
  if (sort?.by !== column.sortKey) return { by: column.sortKey, direction: column.firstDirection ?? "asc" };
  return { by: column.sortKey, direction: sort.direction === "asc" ? "desc" : "asc" };
}

/** What a press on the header of a column that can come first leads to: upwards, downwards, not at all. */
export function nextLead<Row>(column: Column<Row>, lead: Sort | null | undefined): Sort | null {
  if (column.leadKey === undefined) return null;
  if (lead?.by !== column.leadKey) return { by: column.leadKey, direction: "asc" };
  return lead.direction === "asc" ? { by: column.leadKey, direction: "desc" } : null;
}

/** How the column is sorted now, in the words of aria-sort. Undefined where it cannot be sorted by. */
export function ariaSort<Row>({ sortKey, leadKey }: Column<Row>, sort: Sort | undefined, lead?: Sort | null) {
  if (sortKey === undefined && leadKey === undefined) return undefined;
  const own = [lead?.by === leadKey ? lead : null, sort?.by === sortKey ? sort : null].find((one) => one);
  if (!own) return "none";
  return own.direction === "asc" ? "ascending" : "descending";
}
