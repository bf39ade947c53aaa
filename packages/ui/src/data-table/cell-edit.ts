import type { ReactNode } from "react";

/** What a choice in a cell is given: the value that stands there, and whom to tell. */
export type CellChoiceProps = Readonly<{
  value: string | null;
  label: string;
  onChange: (value: string | null) => void;
  onClose: () => void;
}>;

/** Draws the choice of a cell, open from the start. */
export type CellChoiceOf<Row> = (row: Row, props: CellChoiceProps) => ReactNode;

/** How the cells of a column are changed where they stand. */
export type CellEdit<Row> = Readonly<{
  /** What stands in the field at first. */
  text: (row: Row) => string;
  /** Saves what was typed. Answers with what is wrong with it, in words; null once it is saved. */
  save: (row: Row, text: string) => Promise<string | null>;
  isNumber?: boolean;
  /** Where the value is one of many: what is chosen from. `text` and `save` then speak of the value's id. */
  choose?: CellChoiceOf<Row> | undefined;
}>;

/** The columns whose cells can be changed, by their ids. */
export type CellEdits<Row> = Readonly<Record<string, CellEdit<Row>>>;

/** The cell that is being changed. */
export type EditedCell = Readonly<{ rowId: string; columnId: string }>;

/** The cell a step from this one, over the ends of rows; undefined beyond the first and the last. */
export function cellBeside(
  { rowId, columnId }: EditedCell,
  step: 1 | -1,
  rowIds: readonly string[],
  columnIds: readonly string[],
): EditedCell | undefined {
  const at = rowIds.indexOf(rowId) * columnIds.length + columnIds.indexOf(columnId) + step;
  const row = rowIds[Math.floor(at / columnIds.length)];
  const column = columnIds[at % columnIds.length];
  return at < 0 || row === undefined || column === undefined ? undefined : { rowId: row, columnId: column };
}
