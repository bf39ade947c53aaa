import { asc, type TableFacts, type TenantDb } from "@storehouse/db";
import { comesAfter } from "../../record/keyset.ts";

const PAGE = 2_000;

export type Row = Readonly<Record<string, unknown>>;

/** All rows of a table in the order of its key, some thousand at a time. */
export async function* readTable(db: TenantDb, { table, columns, key }: TableFacts): AsyncGenerator<readonly Row[]> {
  const named = key.map((column) => Object.entries(columns).find(([, one]) => one === column)?.[0] ?? "");
  let last: Row | undefined;
  do {
    const after = last;
    const rows: readonly Row[] = await db
      .select(columns)
      .from(table)
      .where(after === undefined ? undefined : comesAfter(key.map((column, at) => [column, after[named[at] ?? ""]])))
      .orderBy(...key.map((column) => asc(column)))
      .limit(PAGE);
    if (rows.length > 0) yield rows;
    last = rows.length < PAGE ? undefined : rows.at(-1);
  } while (last !== undefined);
}
