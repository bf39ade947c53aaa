export type { Column, Sort, SortDirection } from "./column.ts";
export { DataTable } from "./data-table.tsx";
export type { DataTableProps, TableRows } from "./table-props.ts";
