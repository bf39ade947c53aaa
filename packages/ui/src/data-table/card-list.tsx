"use client";
import { Checkbox } from "../checkbox.tsx";
import { cn } from "../cn.ts";
import type { Column } from "./column.ts";
import { isSelected } from "./selection.ts";
import type { DataTableProps } from "./table-props.ts";
import { say } from "../words.ts";
import { useSelect } from "./use-select.ts";

type CardListProps<Row> = Pick<
  DataTableProps<Row>,
  "label" | "rows" | "rowId" | "rowLabel" | "onOpen" | "isQuiet" | "selection" | "onSelectionChange"
> & { columns: readonly Column<Row>[]; litIds: ReadonlySet<string> };

/** The rows of a table where its columns have no room: each one a card to press. */
export function CardList<Row>({ label, rows, rowId, columns, ...props }: CardListProps<Row>) {
  const { selection } = props;
  const select = useSelect({ rows, rowId, ...props, selection });
  return (
    <ul aria-label={label} className="divide-y">
      {rows.map((row) => (
        <li
          key={rowId(row)}
          className={cn(
            "relative flex gap-3 px-4 py-2.5 [contain-intrinsic-size:auto_64px] [content-visibility:auto]",
            props.isQuiet?.(row) && "text-faint",
            props.litIds.has(rowId(row)) && "animate-lit",
          )}
        >
          {selection ? (
            <div className="relative z-10 mt-0.5">
              <Checkbox
                className="relative before:absolute before:-inset-3"
                aria-label={say("select", { label: props.rowLabel(row) })}
                checked={isSelected(selection, rowId(row))}
                onCheckedChange={() => select?.(row)}
              />
            </div>
          ) : null}
          <CardBody row={row} columns={columns} label={props.rowLabel(row)} onOpen={props.onOpen} />
        </li>
      ))}
    </ul>
  );
}

type CardBodyProps<Row> = {
  row: Row;
  columns: readonly Column<Row>[];
  label: string;
  onOpen: ((row: Row) => void) | undefined;
};

function CardBody<Row>({ row, columns, label, onOpen }: CardBodyProps<Row>) {
  const at = (place: string) => columns.filter((column, index) => placeOf(column, index) === place);
  return (
    <div className="min-w-0 flex-1 space-y-1">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0 font-semibold [overflow-wrap:anywhere]">
          {at("title").map((column) => (
            <div key={column.id}>{column.cell(row)}</div>
          ))}
        </div>
        <div className="max-w-[60%] shrink-0 text-right [overflow-wrap:anywhere] [&_.tabular]:whitespace-normal">
          {at("corner").map((column) => (
            <div key={column.id}>{column.cell(row)}</div>
          ))}
        </div>
      </div>
      <dl className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
        {at("line").map((column) => (
          <CardLine key={column.id} column={column} row={row} />
        ))}
      </dl>
      {onOpen ? (
        <button
          type="button"
          aria-label={say("open", { label })}
          className="absolute inset-0"
          onClick={() => onOpen(row)}
        />
      ) : null}
    </div>
  );
}

function CardLine<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const value = (column.cardCell ?? column.cell)(row);
  if (value === null) return null;
  return (
    <div className="flex max-w-full items-center gap-1.5">
      <dt className={column.cardCell ? "sr-only" : "shrink-0 text-faint"}>{column.header}</dt>
      <dd className={column.align === "end" ? "min-w-0 [overflow-wrap:anywhere]" : "min-w-0 truncate"}>{value}</dd>
    </div>
  );
}

const placeOf = <Row,>(column: Column<Row>, index: number) => column.onCard ?? (index === 0 ? "title" : "line");
