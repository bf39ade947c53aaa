"use client";
import { Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "../cn.ts";
import type { Column } from "./column.ts";

type CellProps<Row> = {
  column: Column<Row>;
  row: Row;
  isFirst: boolean;
  /** The arrows have come to it. */
  isActive: boolean;
  /** The field, while it is being changed. */
  field: ReactNode;
  /** Names and starts its change; absent where it cannot be changed. */
  edit: Readonly<{ label: string; start: () => void }> | undefined;
};

/** One cell: what it shows, a pencil where it can be changed, the field while it is. */
export function Cell<Row>({ column, row, isFirst, isActive, field, edit }: CellProps<Row>) {
  return (
    <td
      data-column={column.id}
      className={cn(
        "border-b px-3",
        // A word may end in dots, a figure never: it takes a second line.
        column.align === "end"
          ? "tabular text-right leading-4 [overflow-wrap:anywhere] [&_.tabular]:whitespace-normal"
          : "truncate",
        // Only while it needs to be: what is positioned is drawn over the ring of its row.
        edit && "group/cell hover:relative",
        isActive && "group-focus-visible:shadow-[inset_0_0_0_2px_var(--color-accent-ink)]",
        field && "relative z-10 overflow-visible",
        isFirst && "sticky left-0 bg-inherit",
        isFirst && (field ? "z-[11]" : "z-[1]"),
      )}
    >
      {column.cell(row)}
      {edit && !field ? (
        <button
          type="button"
          tabIndex={-1}
          aria-label={edit.label}
          title={edit.label}
          onClick={edit.start}
          className={cn(
            "absolute inset-y-0 my-auto flex size-7 items-center justify-center rounded-md border bg-surface text-faint opacity-0 shadow-xs hover:text-ink focus-visible:opacity-100 group-hover/cell:opacity-100",
            column.align === "end" ? "left-1" : "right-1",
          )}
        >
          <Pencil aria-hidden className="size-3.5" />
        </button>
      ) : null}
      {field}
    </td>
  );
}
