"use client";
import { memo, type MouseEvent, type RefObject } from "react";
import { Checkbox } from "../checkbox.tsx";
import { cn } from "../cn.ts";
import type { CellEdits, EditedCell } from "./cell-edit.ts";
import { CellChoice } from "./cell-choice.tsx";
import { CellInput, type CellInputProps } from "./cell-input.tsx";
import { Cell } from "./cell.tsx";
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
  isLast: boolean;
  edits: CellEdits<Row> | undefined;
  /** The column being changed in this row, and the one the arrows have come to. */
  editedColumn: string | undefined;
  activeColumn: string | undefined;
  /** What happens to the row. In a ref, so that it never makes a row draw itself anew. */
  actions: RefObject<RowActions<Row> | undefined>;
};

export type RowActions<Row> = Readonly<{
  open: ((row: Row) => void) | undefined;
  select: ((row: Row, isRange?: boolean) => void) | undefined;
  focus: (row: Row) => void;
  edit: (cell: EditedCell) => void;
  edited: (cell: EditedCell, next: "row" | 1 | -1 | "nowhere") => void;
}>;

/** One row, 40 px high. The whole row opens it; what is pressable inside keeps its own press. */
export const TableRow = memo(RowOfTable) as typeof RowOfTable;

function RowOfTable<Row>({ row, id, index, columns, actions, ...props }: TableRowProps<Row>) {
  const press = (event: MouseEvent) => {
    const isOnControl =
      event.target instanceof Element && event.target.closest("button,a,input,label,[role=alert]") !== null;
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
      {columns.map((column, at) => {
        const edit = props.edits?.[column.id];
        const label = say("cellOf", { column: column.header, label: props.label });
        const cell = { rowId: id, columnId: column.id };
        return (
          <Cell
            key={column.id}
            column={column}
            row={row}
            isFirst={at === 0}
            isActive={column.id === props.activeColumn}
            edit={edit && { label: say("changeCell", { cell: label }), start: () => actions.current?.edit(cell) }}
            field={
              edit && column.id === props.editedColumn ? (
                <CellField row={row} edit={edit} label={label} onDone={(next) => actions.current?.edited(cell, next)} />
              ) : null
            }
          />
        );
      })}
    </tr>
  );
}

function CellField<Row>(props: CellInputProps<Row>) {
  const { choose } = props.edit;
  return choose === undefined ? <CellInput {...props} /> : <CellChoice {...props} draw={choose} />;
}
