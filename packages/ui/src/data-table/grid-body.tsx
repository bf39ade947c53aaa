"use client";
import { type RefObject, useEffect, useRef } from "react";
import type { Column } from "./column.ts";
import { LoadingRows } from "./faces.tsx";
import { type RowActions, TableRow } from "./table-row.tsx";
import { isSelected, NO_SELECTION } from "./selection.ts";
import type { DataTableProps } from "./table-props.ts";
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
  const { at, body, onKeyDown, onFocusRow } = useRowKeys({
    rows,
    rowId,
    onOpen,
    onEdit: props.onEdit,
    onToggle: select,
    onClear: selection ? () => props.onSelectionChange?.(NO_SELECTION) : undefined,
    reveal,
  });
  const actions = useRef<RowActions<Row>>(undefined);
  useEffect(() => {
    actions.current = { open: onOpen, select, focus: onFocusRow };
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
