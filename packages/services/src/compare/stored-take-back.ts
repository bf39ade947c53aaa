import { eq, type TenantDb } from "@storehouse/db";
import { takeBacks } from "@storehouse/db/tenant";
import type { TakeBack } from "@storehouse/domain";

export type StoredTakeBack = Pick<typeof takeBacks.$inferSelect, "id" | "copyId" | "copyAt" | "records" | "isUndone">;

/** Finds a taking back. */
export async function findTakeBack(db: TenantDb, id: string): Promise<StoredTakeBack | undefined> {
  const [row] = await db.select().from(takeBacks).where(eq(takeBacks.id, id));
  return row;
}

/** A taking back as screens show it. */
export const toTakeBack = ({ id, copyAt, isUndone, records }: StoredTakeBack): TakeBack => ({
  id,
  copyAt: copyAt.toISOString(),
  isUndone: isUndone === 1,
  rows: records.map((record) => ({ table: record.table, id: record.id, label: record.label, state: record.state })),
});
