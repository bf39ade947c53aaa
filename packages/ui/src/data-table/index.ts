export type { CellChoiceOf, CellChoiceProps, CellEdit, CellEdits } from "./cell-edit.ts";
export type { Column, Sort, SortDirection } from "./column.ts";
export { type ColumnChoice, type ColumnSet, isSame as isSameColumns, useColumnChoice } from "./use-column-choice.ts";
export { DataTable } from "./data-table.tsx";
export { isNoneSelected, NO_SELECTION, type Selection } from "./selection.ts";
export type { DataTableProps, Sorting, TableRows } from "./table-props.ts";
