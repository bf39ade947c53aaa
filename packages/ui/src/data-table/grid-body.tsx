"use client";
import { type RefObject, useEffect, useRef } from "react";
import type { EditedCell } from "./cell-edit.ts";
import type { Column } from "./column.ts";
import { LoadingRows } from "./faces.tsx";
import { type RowActions, TableRow } from "./table-row.tsx";
import { isSelected, NO_SELECTION } from "./selection.ts";
import type { DataTableProps } from "./table-props.ts";
import { useCellEditing } from "./use-cell-editing.ts";
import { useDrawnRows } from "./use-drawn-rows.ts";
import { useRowKeys } from "./use-row-keys.ts";
import { useSelect } from "./use-select.ts";

export type GridProps<Row> = DataTableProps<Row> & {
  scroller: RefObject<HTMLDivElement | null>;
  /** Rows that have just changed. */
  litIds: ReadonlySet<string>;
  onWidth?: ((id: string, width: number | null) => void) | undefined;
  /** The mouse is over the rows, or has left them. */
  onHold: () => void;
  onRelease: () => void;
};

/** The rows of a table: those that can be seen, walked through by keyboard. */
export function GridBody<Row>(props: GridProps<Row>) {
  const { columns, rows, rowId, selection, onOpen } = props;
  const { drawn, above, below, reveal } = useDrawnRows(rows.length, props.scroller);
  const select = useSelect(props);
  const focusRow = useRef<(id: string) => void>(undefined);
  const cells = useCellEditing({ ...props, focusRow: (id) => focusRow.current?.(id) });
  const { at, body, onKeyDown, onFocusRow, goTo } = useRowKeys({
    rows,
    rowId,
    onOpen,
    onEdit: cells.canEdit ? (row) => cells.start(rowId(row)) : props.onEdit,
    onMove: cells.canEdit ? cells.move : undefined,
    onToggle: select,
    onClear: selection ? () => props.onSelectionChange?.(NO_SELECTION) : undefined,
    reveal,
  });
  const actions = useRef<RowActions<Row>>(undefined);
  useEffect(() => {
    const edit = ({ rowId: id, columnId }: EditedCell) => cells.start(id, columnId);
    actions.current = { open: onOpen, select, focus: onFocusRow, edit, edited: cells.done };
    focusRow.current = (id) => goTo(rows.findIndex((row) => rowId(row) === id));
  });
  return (
    <tbody
      ref={body}
      onKeyDown={onKeyDown}
      onPointerMove={({ pointerType }) => (pointerType === "mouse" ? props.onHold() : undefined)}
      onPointerLeave={props.onRelease}
    >
      {props.state === "loading" ? <LoadingRows columns={columns} hasSelection={selection !== undefined} /> : null}
      <Gap height={above} columns={columns} />
      {drawn.map((index) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <TableRow
            key={rowId(row)}
            row={row}
            id={rowId(row)}
            index={index}
            columns={columns}
            actions={actions}
            label={props.rowLabel(row)}
            isPressable={onOpen !== undefined}
            isInTabOrder={index === at}
            isLit={props.litIds.has(rowId(row))}
            isOpen={props.openId === rowId(row)}
            isQuiet={props.isQuiet?.(row) ?? false}
            isSelected={selection && isSelected(selection, rowId(row))}
            isLast={index === rows.length - 1}
            edits={props.edits}
            editedColumn={cells.edited?.rowId === rowId(row) ? cells.edited.columnId : undefined}
            activeColumn={index === at ? cells.active : undefined}
          />
        );
      })}
      <Gap height={below} columns={columns} />
    </tbody>
  );
}

// Stands for the rows that are not drawn, so that the scroll bar tells the truth.
function Gap<Row>({ height, columns }: { height: number; columns: readonly Column<Row>[] }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={columns.length + 1} style={{ height, padding: 0 }} />
    </tr>
  );
}
