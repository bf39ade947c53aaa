"use client";
import { useState } from "react";
import { cellBeside, type CellEdits, type EditedCell } from "./cell-edit.ts";
import type { Column } from "./column.ts";

type CellEditing<Row> = {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  edits?: CellEdits<Row> | undefined;
  focusRow: (rowId: string) => void;
};

/** Which cell is being changed, and which the arrows have come to. */
export function useCellEditing<Row>({ columns, rows, rowId, edits, focusRow }: CellEditing<Row>) {
  const [edited, setEdited] = useState<EditedCell | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const columnIds = edits === undefined ? [] : columns.flatMap(({ id }) => (edits[id] ? [id] : []));
  const first = columnIds[0];
  const at = active !== null && columnIds.includes(active) ? active : undefined;
  return {
    edited,
    active: at,
    canEdit: first !== undefined,
    /** Begins with the cell the arrows have come to, the first unless one is named. */
    start: (id: string, columnId = at ?? first) => {
      if (columnId === undefined) return;
      setActive(columnId);
      setEdited({ rowId: id, columnId });
    },
    move: (step: 1 | -1) => {
      const now = at === undefined ? -1 : columnIds.indexOf(at);
      const next = columnIds[at === undefined && step === -1 ? columnIds.length - 1 : now + step];
      if (next !== undefined) setActive(next);
    },
    done: (cell: EditedCell, next: "row" | 1 | -1 | "nowhere") => {
      const beside = typeof next === "number" ? cellBeside(cell, next, rows.map(rowId), columnIds) : undefined;
      setEdited((now) => (now?.rowId === cell.rowId && now.columnId === cell.columnId ? (beside ?? null) : now));
      if (beside) setActive(beside.columnId);
      else if (next !== "nowhere") focusRow(cell.rowId);
    },
  };
}
