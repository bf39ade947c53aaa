import {
  and,
  type CentralDb,
  centralTransaction,
  desc,
  eq,
  inArray,
  isNotNull,
  isDuplicateKey,
  sql,
} from "@storehouse/db";
import { backups } from "@storehouse/db/central";
import type { BackupState } from "@storehouse/domain";
import { v7 } from "uuid";

export type BackupRecord = typeof backups.$inferSelect;
type Changes = Partial<typeof backups.$inferInsert> | Record<string, unknown>;

const NOW = sql`utc_timestamp(3)`;

/** Asked for under an id, or due in a turn of the timetable. */
export type BackupWish = Readonly<{ id: string } | { slot: string }>;

/** Changes one backup if it is still in one of the states; false when it is not, and another has gone on with it. */
export async function changeBackup(
  central: CentralDb,
  { id, states }: Readonly<{ id: string; states: readonly BackupState[] }>,
  changes: Changes,
): Promise<boolean> {
  const [result] = await centralTransaction(central, (tx) =>
    tx
      .update(backups)
      .set(changes)
      .where(and(eq(backups.id, id), inArray(backups.state, [...states]))),
  );
  return result.affectedRows === 1;
}

/** Begins a backup: the one that was asked for, or a new one for a turn that has none. Undefined when it is begun already. */
export async function claimBackup(central: CentralDb, subject: string, wish: BackupWish): Promise<string | undefined> {
  const begun = { state: "RUNNING", startedAt: NOW } as const;
  if ("id" in wish) {
    return (await changeBackup(central, { id: wish.id, states: ["REQUESTED"] }, begun)) ? wish.id : undefined;
  }
  const id = v7();
  try {
    const row = { id, subject, slot: wish.slot, requestedAt: NOW, ...begun };
    await centralTransaction(central, (tx) => tx.insert(backups).values(row));
    return id;
  } catch (error) {
    if (isDuplicateKey(error)) return undefined;
    throw error;
  }
}

/** Reads one backup. */
export async function findBackup(central: CentralDb, id: string): Promise<BackupRecord | undefined> {
  const [row] = await central.select().from(backups).where(eq(backups.id, id));
  return row;
}

/** How large a subject's last backup that was stored is; null when there is none. */
export async function lastStoredBytes(central: CentralDb, subject: string): Promise<number | null> {
  const [row] = await central
    .select({ bytes: backups.storedBytes })
    .from(backups)
    .where(and(eq(backups.subject, subject), isNotNull(backups.storedBytes)))
    .orderBy(desc(backups.requestedAt))
    .limit(1);
  return row?.bytes ?? null;
}
