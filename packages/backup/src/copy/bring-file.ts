import { type CentralDb } from "@storehouse/db";
import { basename, dirname } from "node:path";
import { assertIntact, readArchive } from "../archive/read-archive.ts";
import { type BackupContext, CENTRAL } from "../backup-context.ts";
import { ArchiveRefused } from "../backup-failed.ts";
import { newFileName } from "../save/save-database.ts";
import { localStore } from "../store/local-store.ts";
import { storeOf } from "../store/open-store.ts";
import { bookCopy } from "./copy-verbs.ts";

export type BroughtFile = Readonly<{
  path: string;
  /** Under which the copy is booked. */
  id: string;
  requestedBy: string;
  /** True where another factory's is wanted all the same: then a second operator must approve it. */
  isForeignWanted: boolean;
  /** Writes it down, in the transaction that books the copy. */
  record: (tx: CentralDb, facts: Readonly<{ backupId: string; originId: string | null }>) => Promise<void>;
}>;

/** What was brought, and whose it is where it is another factory's. */
export type Brought = Readonly<{ backupId: string; savedAt: string; originId: string | null }>;

/**
 * Books a side copy of an archive that was brought by hand. It is opened and read to its end before anything is done:
 * one that was changed, or is of another factory, is refused. The worker restores it as it does one of the store. Throws
 * ArchiveRefused, LIMIT_REACHED.
 */
export async function bringFile(
  ctx: Pick<BackupContext, "folder" | "store" | "keys"> & Readonly<{ central: CentralDb }>,
  factoryId: string,
  { path, id, requestedBy, isForeignWanted, record }: BroughtFile,
): Promise<Brought> {
  const archive = await readArchive(localStore(dirname(path)), basename(path), ctx.keys);
  const { subject, manifest } = archive;
  if (subject === CENTRAL) throw new ArchiveRefused("The backup is of the central database, not of a factory.");
  const originId = subject === factoryId ? null : subject;
  if (originId !== null && !isForeignWanted) throw new ArchiveRefused("The backup is of another factory.");
  await assertIntact(archive);
  const fileName = await shelve(ctx, path);
  const { backupId, startedAt } = manifest;
  const row = { id, kind: "FILE", requestedBy, fileName, originId, savedAt: new Date(startedAt) } as const;
  try {
    await bookCopy(ctx.central, factoryId, row, (tx) => record(tx, { backupId, originId }));
  } catch (error) {
    await storeOf(ctx).remove(fileName);
    throw error;
  }
  return { backupId, savedAt: startedAt, originId };
}

async function shelve(ctx: Pick<BackupContext, "folder" | "store">, path: string): Promise<string> {
  const store = storeOf(ctx);
  const from = localStore(dirname(path));
  const fileName = newFileName();
  await store.assertRoom((await from.sizeOf(basename(path))) ?? null);
  const draft = await store.create(fileName);
  try {
    for await (const chunk of await from.read(basename(path))) await draft.write(chunk as Buffer);
    await draft.commit();
    return fileName;
  } catch (error) {
    await draft.discard();
    throw error;
  }
}
