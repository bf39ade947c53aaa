import { getTableColumns, getTableName, is } from "drizzle-orm";
import { getTableConfig, type MySqlColumn, MySqlTable } from "drizzle-orm/mysql-core";
import * as tables from "./tenant/index.ts";

/** A table of a factory, for what looks at all of them alike: its columns in order, and those that number its rows. */
export type TableFacts = Readonly<{
  name: string;
  table: MySqlTable;
  columns: Readonly<Record<string, MySqlColumn>>;
  key: readonly MySqlColumn[];
}>;

/** Every table of a factory's schema, by name. */
export const describeTables = (): readonly TableFacts[] =>
  Object.values(tables)
    .filter((table) => is(table, MySqlTable))
    .map((table): TableFacts => {
      const { columns, primaryKeys } = getTableConfig(table);
      const key = primaryKeys.flatMap((one) => one.columns);
      return {
        name: getTableName(table),
        table,
        columns: getTableColumns(table),
        key: key.length > 0 ? key : columns.filter((column) => column.primary),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
