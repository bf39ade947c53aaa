import type { ReactNode } from "react";
import type { CellEdits } from "./cell-edit.ts";
import type { Column, Sort } from "./column.ts";
import type { Selection } from "./selection.ts";
import type { ColumnChoice } from "./use-column-choice.ts";

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

/** How a list is sorted: by `lead` first where there is one, and by `sort`. */
export type Sorting = {
  sort?: Sort | undefined;
  onSort?: ((sort: Sort) => void) | undefined;
  lead?: Sort | null | undefined;
  onLead?: ((lead: Sort | null) => void) | undefined;
};

export type DataTableProps<Row> = TableRows<Row> &
  Sorting & {
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
    /** Enter, space or a press on a row. */
    onOpen?: ((row: Row) => void) | undefined;
    /** The key e on a row; the same as onOpen unless given. */
    onEdit?: ((row: Row) => void) | undefined;
    /** The cells that can be changed where they stand; the key e then does that. */
    edits?: CellEdits<Row> | undefined;
    /** The row that is open in a drawer. */
    openId?: string | null | undefined;
    /** Which rows are chosen; absent where none can be. */
    selection?: Selection | undefined;
    onSelectionChange?: (selection: Selection) => void;
    /** Under which name this device keeps the choice of columns; without one there is no choice. */
    columnsKey?: string;
    /** The choice of columns, where the caller holds it; `columnsKey` then says nothing. */
    columnChoice?: ColumnChoice<Row> | undefined;
    /** Filters and search, above the rows. */
    toolbar?: ReactNode;
    /** What is done with the list as it is seen, beside the choice of columns: told the columns that show, in their order. */
    tools?: (columns: readonly Column<Row>[]) => ReactNode;
    /** Draws a row paler: what is archived. */
    isQuiet?: (row: Row) => boolean;
    className?: string;
  };
