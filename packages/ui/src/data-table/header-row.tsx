"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { KeyboardEvent, MouseEvent } from "react";
import { Checkbox } from "../checkbox.tsx";
import { cn } from "../cn.ts";
import { addSort, ariaSort, type Column, nextLead, nextSort, type Sort } from "./column.ts";
import { ResizeHandle } from "./resize-handle.tsx";
import type { Sorting } from "./table-props.ts";
import { widthOf } from "./use-column-choice.ts";
import { say } from "../words.ts";

type HeaderRowProps<Row> = Sorting & {
  columns: readonly Column<Row>[];
  /** Absent where widths stay as they are. */
  onWidth: ((id: string, width: number | null) => void) | undefined;
  /** Whether all rows that are loaded are selected; absent where rows cannot be. */
  selected: boolean | "indeterminate" | undefined;
  onSelectAll: () => void;
};

const CELL = "h-9 border-b bg-sunken px-3 text-xs font-semibold text-quiet";
const STEP = 16;

/** The names of the columns, what sorts by them, and how wide they are. */
export function HeaderRow<Row>({ columns, selected, onSelectAll, onWidth, ...sorting }: HeaderRowProps<Row>) {
  const resize = (column: Column<Row>) => (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? STEP : event.key === "ArrowLeft" ? -STEP : 0;
    if (!onWidth || !event.shiftKey || step === 0) return;
    event.preventDefault();
    onWidth(column.id, widthOf(column) + step);
  };
  return (
    <tr className="group/head">
      {selected === undefined ? null : (
        <th scope="col" className={cn(CELL, "pr-0")}>
          <Checkbox aria-label={say("selectAll")} checked={selected} onCheckedChange={onSelectAll} />
        </th>
      )}
      {columns.map((column, index) => (
        <th
          key={column.id}
          scope="col"
          aria-sort={ariaSort(column, sorting.sort, sorting.lead)}
          onKeyDown={resize(column)}
          className={cn(
            CELL,
            "relative",
            column.align === "end" ? "text-right" : "text-left",
            index === 0 && "sticky left-0 z-10",
          )}
        >
          <HeaderLabel column={column} columns={columns} {...sorting} />
          {onWidth ? <ResizeHandle width={widthOf(column)} onWidth={(width) => onWidth(column.id, width)} /> : null}
        </th>
      ))}
    </tr>
  );
}

type HeaderLabelProps<Row> = Sorting & { column: Column<Row>; columns: readonly Column<Row>[] };

function HeaderLabel<Row>({ column, columns, sort, onSort, lead, onLead }: HeaderLabelProps<Row>) {
  const isLeading = column.leadKey !== undefined && lead?.by === column.leadKey;
  const isSorted = !isLeading && column.sortKey !== undefined && sort?.by === column.sortKey;
  const next = nextSort(column, sort);
  const place = isLeading ? 1 : lead && isSorted ? 2 : 0;
  const add = () => {
    const sorted = addSort(columns, column, { sort, lead });
    if (sorted.lead !== lead) onLead?.(sorted.lead ?? null);
    if (sorted.sort && sorted.sort !== sort) onSort?.(sorted.sort);
  };
  if (column.sortKey === undefined && column.leadKey !== undefined && onLead) {
    const press = () => onLead(nextLead(column, lead));
    return <SortButton column={column} shown={isLeading ? lead : null} onPress={press} place={place} />;
  }
  if (!next || !onSort) return <span className="block truncate">{column.header}</span>;
  const press = (event: MouseEvent) => {
    // With Shift the columns are sorted by one after the other.
    if (event.shiftKey && onLead) return add();
    if (lead) onLead?.(null);
    onSort(next);
  };
  const shown = isLeading ? lead : isSorted ? sort : null;
  return <SortButton column={column} shown={shown} next={next} onPress={press} place={place} />;
}

type SortButtonProps<Row> = {
  column: Column<Row>;
  /** How it is sorted by this column now. */
  shown: Sort | null | undefined;
  next?: Sort;
  /** Its place where there are two; 0 where there is one. */
  place: number;
  onPress: (event: MouseEvent) => void;
};

function SortButton<Row>({ column, shown, next, place, onPress }: SortButtonProps<Row>) {
  const Arrow = (shown ?? next)?.direction === "desc" ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      onClick={onPress}
      className={cn(
        "group inline-flex h-7 max-w-full items-center gap-1 rounded-sm font-semibold hover:text-ink",
        column.align === "end" && "flex-row-reverse",
        shown && "text-ink",
      )}
    >
      <span className="truncate">{column.header}</span>
      <Arrow
        aria-hidden
        className={cn("size-3.5 shrink-0", !shown && "opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60")}
      />
      {place > 0 ? (
        <span className="tabular text-faint">
          <span className="sr-only">{shown?.direction === "desc" ? say("sortedDown") : say("sortedUp")} </span>
          {place}
        </span>
      ) : null}
    </button>
  );
}
