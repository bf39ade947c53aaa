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

type Sorted = Readonly<{ sort: Sort | undefined; lead: Sort | null | undefined }>;

/** The direction a press on the column's header leads to. */
export function nextSort<Row>(column: Column<Row>, sort: Sort | undefined): Sort | undefined {
  if (column.sortKey === undefined) return undefined;
  if (sort?.by !== column.sortKey) return { by: column.sortKey, direction: column.firstDirection ?? "asc" };
  return turned(sort);
}

/** What a press on the header of a column that can only come first leads to: upwards, downwards, not at all. */
export function nextLead<Row>(column: Column<Row>, lead: Sort | null | undefined): Sort | null {
  if (column.leadKey === undefined) return null;
  if (lead?.by !== column.leadKey) return { by: column.leadKey, direction: "asc" };
  return lead.direction === "asc" ? turned(lead) : null;
}

/**
 * What a press with Shift on a column's header leads to: the list is sorted by one column and within it by another. The column that was sorted by
 * comes first where it can, else the one that is pressed; pressed again, a column turns round and stays where it is.
 */
export function addSort<Row>(columns: readonly Column<Row>[], column: Column<Row>, { sort, lead }: Sorted): Sorted {
  const next = nextSort(column, sort);
  if (isOf(column.leadKey, lead)) return { sort, lead: lead && turned(lead) };
  if (lead || sort === undefined || isOf(column.sortKey, sort)) return { sort: next ?? sort, lead };
  const before = columns.find(({ sortKey }) => isOf(sortKey, sort));
  if (next && before?.leadKey !== undefined) return { sort: next, lead: { ...sort, by: before.leadKey } };
  if (column.leadKey === undefined) return { sort: next, lead };
  return { sort, lead: { by: column.leadKey, direction: column.firstDirection ?? "asc" } };
}

const isOf = (key: string | undefined, sort: Sort | null | undefined): boolean => key !== undefined && sort?.by === key;

const turned = ({ by, direction }: Sort): Sort => ({ by, direction: direction === "asc" ? "desc" : "asc" });

/** How the column is sorted now, in the words of aria-sort. Undefined where it cannot be sorted by. */
export function ariaSort<Row>({ sortKey, leadKey }: Column<Row>, sort: Sort | undefined, lead?: Sort | null) {
  if (sortKey === undefined && leadKey === undefined) return undefined;
  const own = [isOf(leadKey, lead) ? lead : null, isOf(sortKey, sort) ? sort : null].find((one) => one);
  if (!own) return "none";
  return own.direction === "asc" ? "ascending" : "descending";
}
