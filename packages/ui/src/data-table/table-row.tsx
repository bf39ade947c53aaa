"use client";
import { memo, type MouseEvent, type RefObject } from "react";
import { Checkbox } from "../checkbox.tsx";
import { cn } from "../cn.ts";
import type { Column } from "./column.ts";
import { say } from "../words.ts";

export type TableRowProps<Row> = {
  row: Row;
  id: string;
  index: number;
  label: string;
  columns: readonly Column<Row>[];
  isInTabOrder: boolean;
  /** It has just changed. */
  isLit: boolean;
  isOpen: boolean;
  isQuiet: boolean;
  isSelected: boolean | undefined;
  isPressable: boolean;
  /** What happens to the row. In a ref, so that it never makes a row draw itself anew. */
  actions: RefObject<RowActions<Row> | undefined>;
};

export type RowActions<Row> = Readonly<{
  open: ((row: Row) => void) | undefined;
  select: ((row: Row, isRange?: boolean) => void) | undefined;
  focus: (row: Row) => void;
}>;

/** One row, 40 px high. The whole row opens it; what is pressable inside keeps its own press. */
export const TableRow = memo(RowOfTable) as typeof RowOfTable;

function RowOfTable<Row>({ row, id, index, columns, actions, ...props }: TableRowProps<Row>) {
  const press = (event: MouseEvent) => {
    const isOnControl = event.target instanceof Element && event.target.closest("button,a,input,label") !== null;
    const isMarkingText = (window.getSelection()?.toString() ?? "") !== "";
    if (!isOnControl && !isMarkingText) actions.current?.open?.(row);
  };
  return (
    <tr
      data-row={id}
      tabIndex={props.isInTabOrder ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={props.isSelected}
      onFocus={() => actions.current?.focus(row)}
      onClick={props.isPressable ? press : undefined}
      className={cn(
        "group h-row scroll-mt-9 bg-surface focus-visible:outline-offset-[-2px]",
        props.isPressable && "cursor-pointer hover:bg-hover",
        props.isQuiet && "text-faint",
        props.isLit && "animate-lit",
        (props.isOpen || props.isSelected) && "bg-accent-soft hover:bg-accent-soft",
      )}
    >
      {props.isSelected === undefined ? null : (
        <td className="border-b px-3 pr-0">
          <Checkbox
            aria-label={say("select", { label: props.label })}
            checked={props.isSelected}
            onClick={(event) => actions.current?.select?.(row, event.shiftKey)}
          />
        </td>
      )}
      {columns.map((column, at) => (
        <td
          key={column.id}
          className={cn(
            "border-b px-3",
            // A word may end in dots, a figure never: it takes a second line.
            column.align === "end"
              ? "tabular text-right leading-4 [overflow-wrap:anywhere] [&_.tabular]:whitespace-normal"
              : "truncate",
            at === 0 && "sticky left-0 z-[1] bg-inherit",
          )}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}
