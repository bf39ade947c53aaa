"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import { Checkbox } from "../checkbox.tsx";
import { cn } from "../cn.ts";
import { ariaSort, type Column, nextSort, type Sort } from "./column.ts";

type HeaderRowProps<Row> = {
  columns: readonly Column<Row>[];
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
  /** Whether all rows that are loaded are selected; absent where rows cannot be. */
  selected: boolean | "indeterminate" | undefined;
  onSelectAll: () => void;
};

const CELL = "h-9 border-b bg-sunken px-3 text-xs font-semibold text-quiet";

/** The names of the columns, and what sorts by them. */
export function HeaderRow<Row>({ columns, sort, onSort, selected, onSelectAll }: HeaderRowProps<Row>) {
  return (
    <tr>
      {selected === undefined ? null : (
        <th scope="col" className={cn(CELL, "pr-0")}>
          <Checkbox aria-label="Select all loaded rows" checked={selected} onCheckedChange={onSelectAll} />
        </th>
      )}
      {columns.map((column, index) => (
        <th
          key={column.id}
          scope="col"
          aria-sort={ariaSort(column, sort)}
          className={cn(CELL, column.align === "end" ? "text-right" : "text-left", index === 0 && "sticky left-0 z-10")}
        >
          <HeaderLabel column={column} sort={sort} onSort={onSort} />
        </th>
      ))}
    </tr>
  );
}

type LabelProps<Row> = { column: Column<Row>; sort: Sort | undefined; onSort: ((sort: Sort) => void) | undefined };

function HeaderLabel<Row>({ column, sort, onSort }: LabelProps<Row>) {
  const next = nextSort(column, sort);
  if (!next || !onSort) return <span className="block truncate">{column.header}</span>;
  const isSorted = sort?.by === column.sortKey;
  const Arrow = (isSorted ? sort?.direction : next.direction) === "asc" ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      onClick={() => onSort(next)}
      className={cn(
        "group inline-flex h-7 max-w-full items-center gap-1 rounded-sm font-semibold hover:text-ink",
        column.align === "end" && "flex-row-reverse",
        isSorted && "text-ink",
      )}
    >
      <span className="truncate">{column.header}</span>
      <Arrow
        aria-hidden
        className={cn(
          "size-3.5 shrink-0",
          !isSorted && "opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60",
        )}
      />
    </button>
  );
}
