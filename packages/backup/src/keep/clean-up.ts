import { and, type CentralDb, centralTransaction, eq, inArray } from "@storehouse/db";
import { backups } from "@storehouse/db/central";
import { BACKUP_STATES, expiredBackups, type BackupState } from "@storehouse/domain";
import type { BackupStore } from "../store/backup-store.ts";
import { storeOf } from "../store/open-store.ts";

/** Where backups are written down, and where their archives stand: in a folder, or in a bucket instead. */
export type BackupShelf = Readonly<{ central: CentralDb; folder: string; store?: BackupStore | undefined }>;

/** Removes a subject's backups that need not be kept any more, files first, and says how many. Never the only verified one. */
export async function cleanUp(shelf: BackupShelf, subject: string, now = new Date()): Promise<number> {
  const { central } = shelf;
  const rows = await central
    .select({ id: backups.id, state: backups.state, fileName: backups.fileName, at: backups.requestedAt })
    .from(backups)
    .where(eq(backups.subject, subject));
  const kept = rows.map(({ id, state, at }) => ({ id, state: stateOf(state), at }));
  const expired = new Set(expiredBackups(kept, now));
  const files = rows.filter(({ id }) => expired.has(id)).map(({ fileName }) => fileName);
  for (const fileName of files) if (fileName !== null) await storeOf(shelf).remove(fileName);
  if (expired.size === 0) return 0;
  const ended = ["STORED", "VERIFIED", "FAILED"];
  await centralTransaction(central, (tx) =>
    tx.delete(backups).where(and(inArray(backups.id, [...expired]), inArray(backups.state, ended))),
  );
  return expired.size;
}

/** Every subject that has backups, those of factories that are gone included. */
export async function listShelved(central: CentralDb): Promise<readonly string[]> {
  const rows = await central.selectDistinct({ subject: backups.subject }).from(backups);
  return rows.map(({ subject }) => subject);
}

/** A state as it is stored; what is none counts as failed. */
export const stateOf = (text: string): BackupState => BACKUP_STATES.find((state) => state === text) ?? "FAILED";
