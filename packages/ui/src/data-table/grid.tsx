"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";
import { COLUMN_WIDTH, type Column } from "./column.ts";
import { LoadingRows } from "./faces.tsx";
import { HeaderRow } from "./header-row.tsx";
import { TableRow } from "./table-row.tsx";
import { type DataTableProps, toggled } from "./table-props.ts";
import { useRowKeys } from "./use-row-keys.ts";

type GridProps<Row> = DataTableProps<Row> & { scroller: RefObject<HTMLDivElement | null> };

const ROW_HEIGHT = 40;
const SELECT_WIDTH = 40;
/** Up to so many rows all are drawn, so that the browser's own search finds them. */
const DRAWN_WHOLE = 100;

/** The table itself: header and rows. */
export function Grid<Row>(props: GridProps<Row>) {
  const { columns, rows, rowId, state, selection, sort, onOpen } = props;
  const isLong = rows.length > DRAWN_WHOLE;
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: isLong,
    getScrollElement: () => props.scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingStart: ROW_HEIGHT,
  });
  const select = (row: Row) => selection && props.onSelectionChange?.(toggled(selection, rowId(row)));
  const keys = useRowKeys({
    rows,
    rowId,
    onOpen,
    onToggle: selection ? select : undefined,
    reveal: (index) => isLong && virtual.scrollToIndex(index),
  });
  const drawn = isLong ? virtual.getVirtualItems().map((item) => item.index) : rows.map((_, index) => index);
  const above = isLong ? (virtual.getVirtualItems()[0]?.start ?? 0) : 0;
  const below = isLong ? virtual.getTotalSize() - (virtual.getVirtualItems().at(-1)?.end ?? 0) : 0;
  const span = columns.length + (selection ? 1 : 0);

  return (
    <table
      role="grid"
      aria-label={props.label}
      aria-rowcount={props.hasMore ? -1 : rows.length + 1}
      className="w-full table-fixed border-separate border-spacing-0"
      style={{ minWidth: minWidth(columns) + (selection ? SELECT_WIDTH : 0) }}
    >
      <colgroup>
        {selection ? <col style={{ width: SELECT_WIDTH }} /> : null}
        {columns.map((column) => (
          <col key={column.id} style={column.isGrowing ? undefined : { width: column.width ?? COLUMN_WIDTH }} />
        ))}
      </colgroup>
      <thead className="sticky top-0 z-20">
        <HeaderRow
          columns={columns}
          sort={sort}
          onSort={props.onSort}
          selected={selection && allSelected(rows.map(rowId), selection)}
          onSelectAll={() => selection && props.onSelectionChange?.(allOrNone(rows.map(rowId), selection))}
        />
      </thead>
      <tbody ref={keys.body} onKeyDown={keys.onKeyDown}>
        {state === "loading" ? <LoadingRows columns={columns} hasSelection={selection !== undefined} /> : null}
        <Gap height={above} span={span} />
        {drawn.map((index) => {
          const row = rows[index];
          if (row === undefined) return null;
          const id = rowId(row);
          return (
            <TableRow
              key={id}
              {...{ row, id, index, columns, onOpen }}
              label={props.rowLabel(row)}
              isInTabOrder={index === keys.at}
              isOpen={props.openId === id}
              isQuiet={props.isQuiet?.(row) ?? false}
              isSelected={selection?.has(id)}
              onSelect={() => select(row)}
              onFocus={() => keys.onFocusRow(row)}
            />
          );
        })}
        <Gap height={below} span={span} />
      </tbody>
    </table>
  );
}

// Stands for the rows that are not drawn, so that the scroll bar tells the truth.
function Gap({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={span} style={{ height, padding: 0 }} />
    </tr>
  );
}

/** A growing column may give up so much of its width before the table scrolls sideways. */
const GROWING_SHARE = 0.7;

const minWidth = <Row,>(columns: readonly Column<Row>[]) =>
  columns.reduce((sum, { width = COLUMN_WIDTH, isGrowing }) => sum + width * (isGrowing ? GROWING_SHARE : 1), 0);

function allSelected(ids: readonly string[], selection: ReadonlySet<string>): boolean | "indeterminate" {
  const count = ids.filter((id) => selection.has(id)).length;
  if (count === 0) return false;
  return count === ids.length ? true : "indeterminate";
}

const allOrNone = (ids: readonly string[], selection: ReadonlySet<string>): ReadonlySet<string> =>
  allSelected(ids, selection) === true ? new Set() : new Set(ids);
