"use client";
import { COLUMN_WIDTH, type Column } from "./column.ts";
import { GridBody, type GridProps } from "./grid-body.tsx";
import { HeaderRow } from "./header-row.tsx";
import { selectedOf, withSelected } from "./selection.ts";

const SELECT_WIDTH = 40;
/** A growing column may give up so much of its width before the table scrolls sideways. */
const GROWING_SHARE = 0.7;

/** The table itself: header and rows. */
export function Grid<Row>(props: GridProps<Row>) {
  const { columns, rows, selection } = props;
  const ids = rows.map(props.rowId);
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
          sort={props.sort}
          onSort={props.onSort}
          lead={props.lead}
          onLead={props.onLead}
          onWidth={props.state === "loading" ? undefined : props.onWidth}
          selected={selection && selectedOf(selection, ids)}
          onSelectAll={() =>
            selection && props.onSelectionChange?.(withSelected(selection, ids, selectedOf(selection, ids) !== true))
          }
        />
      </thead>
      <GridBody {...props} />
    </table>
  );
}

const minWidth = <Row,>(columns: readonly Column<Row>[]) =>
  columns.reduce((sum, { width = COLUMN_WIDTH, isGrowing }) => sum + width * (isGrowing ? GROWING_SHARE : 1), 0);
