import { and, type AnyColumn, eq, type TenantDb } from "@storehouse/db";
import type { Change, RecordKind } from "./record-kind.ts";

type Table = Parameters<TenantDb["update"]>[0];
type RecordTable = Table & Readonly<{ id: AnyColumn; version: AnyColumn; archivedAt: AnyColumn }>;

/** The writes of a noun whose content is columns of one table: each meets the row only while it has the version named. */
export function recordWrites<Content extends Record<string, unknown>>(
  table: RecordTable,
): Pick<RecordKind<Content>, "save" | "archive"> {
  return {
    save: (db, change, content) => writeVersion(db, table, change, content),
    archive: (db, change, archivedAt) => writeVersion(db, table, change, { archivedAt }),
  };
}

/** Writes values as the next version of a record. False when it no longer has the version named. */
export async function writeVersion(
  db: TenantDb,
  table: RecordTable,
  { id, version, at }: Change,
  values: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const [result] = await db
    .update<Table>(table)
    .set({ ...values, version: version + 1, updatedAt: at })
    .where(and(eq(table.id, id), eq(table.version, version)));
  return result.affectedRows === 1;
}
