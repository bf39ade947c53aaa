import type { ReactNode } from "react";
import type { Column, Sort } from "./column.ts";

/** What a list's rows are now: the part of a DataTable's props that a query gives. */
export type TableRows<Row> = {
  rows: readonly Row[];
  state: "loading" | "error" | "ready";
  /** In words, when the state is error. */
  errorText?: string | undefined;
  requestId?: string | undefined;
  onRetry?: (() => void) | undefined;
  hasMore?: boolean;
  isLoadingMore?: boolean;
  onMore?: (() => void) | undefined;
  /** An older answer is shown while a new one is on its way. */
  isStale?: boolean;
  /** Names the list as it was asked for: under the same name what changes is lit for a moment, and no row moves under the pointer. */
  listKey?: string | undefined;
};

export type DataTableProps<Row> = TableRows<Row> & {
  /** What the rows are, as "Products": names the table for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  /** Names a row, for its checkbox and its card. */
  rowLabel: (row: Row) => string;
  /** What stands where there is nothing yet: an EmptyState that says what this is for. */
  empty: ReactNode;
  /** True when filters keep rows away: nothing found then offers to clear them. */
  isFiltered?: boolean;
  onClearFilters?: () => void;
  sort?: Sort | undefined;
  onSort?: (sort: Sort) => void;
  /** Enter, space or a press on a row. */
  onOpen?: ((row: Row) => void) | undefined;
  /** The key e on a row; the same as onOpen unless given. */
  onEdit?: ((row: Row) => void) | undefined;
  /** The row that is open in a drawer. */
  openId?: string | null | undefined;
  selection?: ReadonlySet<string> | undefined;
  onSelectionChange?: (ids: ReadonlySet<string>) => void;
  /** Under which name this device keeps the choice of columns; without one there is no choice. */
  columnsKey?: string;
  /** Filters and search, above the rows. */
  toolbar?: ReactNode;
  /** What is done with the list as it is seen, beside the choice of columns: told the columns that show, in their order. */
  tools?: (columns: readonly Column<Row>[]) => ReactNode;
  /** Draws a row paler: what is archived. */
  isQuiet?: (row: Row) => boolean;
  className?: string;
};

/** The set with the id put in or taken out. */
export function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
