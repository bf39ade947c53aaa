import { asc, inArray, sql, type TenantDb } from "@storehouse/db";
import { settings } from "@storehouse/db/tenant";
import type { TakenRecord } from "@storehouse/domain";
import { SHAPES } from "./compared.ts";

/** Locks records, in the order of their ids: what their versions were found to be holds until the transaction ends. */
export async function lockRecords(db: TenantDb, records: readonly Pick<TakenRecord, "table" | "id">[]): Promise<void> {
  for (const [table, some] of Map.groupBy(records, (record) => record.table)) {
    if (table === "settings") {
      await db.select({ id: settings.id }).from(settings).for("update");
      continue;
    }
    const { spine } = SHAPES[table];
    const ids = some.map(({ id }) => id);
    await db
      .select({ key: sql`${spine.key}` })
      .from(spine.table)
      .where(inArray(spine.key, ids))
      .orderBy(asc(spine.key))
      .for("update");
  }
}
