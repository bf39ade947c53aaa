import { count, eq, type TenantDb } from "@storehouse/db";
import { bulkChangeRows, bulkChanges, users } from "@storehouse/db/tenant";
import { BULK_ROW_STATES, type BulkRowState, type BulkStatus, fail } from "@storehouse/domain";

/** The query behind every reading of changes of many. */
export const selectBulk = (db: TenantDb) =>
  db
    .select({
      id: bulkChanges.id,
      list: bulkChanges.listName,
      change: bulkChanges.wanted,
      state: bulkChanges.state,
      userId: bulkChanges.userId,
      userName: users.name,
      createdAt: bulkChanges.createdAt,
    })
    .from(bulkChanges)
    .innerJoin(users, eq(users.id, bulkChanges.userId));

export type StoredBulk = Awaited<ReturnType<typeof selectBulk>>[number];

/** Finds a change of many. */
export async function findBulk(db: TenantDb, id: string): Promise<StoredBulk | undefined> {
  const [row] = await selectBulk(db).where(eq(bulkChanges.id, id));
  return row;
}

/** Reads a change of many. Throws NOT_FOUND. */
export const getBulk = async (db: TenantDb, id: string): Promise<StoredBulk> =>
  (await findBulk(db, id)) ?? fail({ code: "NOT_FOUND", entity: "bulkChange", id });

/** Reads it and locks it: who applies or undoes it next waits. Throws NOT_FOUND. */
export async function lockBulk(db: TenantDb, id: string): Promise<StoredBulk> {
  await db.select({ id: bulkChanges.id }).from(bulkChanges).where(eq(bulkChanges.id, id)).for("update");
  return getBulk(db, id);
}

/** A change as screens show it, with how many of its records stand how. */
export async function toStatus(db: TenantDb, { userId: _userId, createdAt, ...bulk }: StoredBulk): Promise<BulkStatus> {
  const { state, changeId } = bulkChangeRows;
  const rows = await db
    .select({ state, count: count() })
    .from(bulkChangeRows)
    .where(eq(changeId, bulk.id))
    .groupBy(state);
  const counts = Object.fromEntries(BULK_ROW_STATES.map((one) => [one, 0])) as Record<BulkRowState, number>;
  for (const row of rows) counts[row.state] = row.count;
  return { ...bulk, createdAt: createdAt.toISOString(), counts };
}
