import { sql } from "@storehouse/db";
import type { BackupManifest } from "@storehouse/domain";
import type { WrittenArchive } from "../archive/write-archive.ts";
import { type BackupContext, CENTRAL } from "../backup-context.ts";
import { BackupFailed } from "../backup-failed.ts";
import { clearCrashed } from "../keep/clear-crashed.ts";
import { type BackupWish, changeBackup, claimBackup } from "../run/backup-rows.ts";
import { contextOf } from "../run/context-of.ts";
import { reasonOf } from "../run/reason-of.ts";
import { findSubject, type Subject } from "../run/subject.ts";
import { storeOf } from "../store/open-store.ts";
import { backupLease, withLease } from "../run/with-lease.ts";
import { newFileName, saveDatabase } from "./save-database.ts";

/** How a backup ended: `busy` when another process holds the factory's, `taken` when the one wished for is begun already. */
export type BackedUp = Readonly<{ outcome: "stored" | "failed" | "busy" | "taken"; id?: string; error?: unknown }>;

const WAIT_MS = 120_000;
const MIGRATION_WAIT_MS = 30_000;
const PROGRESS_MS = 500;

/** Saves a factory's database. It never throws for what went wrong with it: that is written down with the backup. */
export const backUpFactory = (ctx: BackupContext, factoryId: string, wish: BackupWish): Promise<BackedUp> =>
  backUp(ctx, factoryId, wish);

/** Saves the central database. */
export const backUpCentral = (ctx: BackupContext, wish: BackupWish): Promise<BackedUp> => backUp(ctx, CENTRAL, wish);

async function backUp(ctx: BackupContext, subject: string, wish: BackupWish): Promise<BackedUp> {
  const { central } = ctx.tenancy;
  const done = await withLease(central, backupLease(subject, WAIT_MS), async (signal): Promise<BackedUp> => {
    await clearCrashed(ctx, subject);
    const id = await claimBackup(central, subject, wish);
    return id === undefined ? { outcome: "taken" } : attempt(ctx, { subject, id, signal });
  });
  return done ?? { outcome: "busy" };
}

/** Saves a factory's database while the caller holds both of its leases, that of backups and that of migrations. */
export async function backUpHeld(
  ctx: BackupContext,
  factoryId: string,
  { slot, signal }: Readonly<{ slot: string; signal: AbortSignal }>,
): Promise<BackedUp> {
  await clearCrashed(ctx, factoryId);
  const id = await claimBackup(ctx.tenancy.central, factoryId, { slot });
  return id === undefined ? { outcome: "taken" } : attempt(ctx, { subject: factoryId, id, signal, isHeld: true });
}

type Claimed = Readonly<{ subject: string; id: string; signal: AbortSignal; isHeld?: boolean }>;

async function attempt(shared: BackupContext, { subject: key, id, signal, isHeld }: Claimed): Promise<BackedUp> {
  const { central } = shared.tenancy;
  const fileName = newFileName();
  const running = { id, states: ["RUNNING"] } as const;
  try {
    await changeBackup(central, running, { fileName });
    const subject = await findSubject(shared, key);
    const ctx = await contextOf(shared, key);
    const save = () =>
      withProgress(ctx, id, (onProgress) => saveDatabase(ctx, subject, { id, fileName, signal, onProgress }));
    const written = isHeld === true ? await save() : await duringNoMigration(ctx, subject, save);
    const facts = { state: "STORED", storedAt: sql`utc_timestamp(3)`, ...factsOf(written) } as const;
    if (await changeBackup(central, running, facts)) return { outcome: "stored", id };
    // It was given up for this process, which had been away for long.
    throw new BackupFailed("Another process has taken over.");
  } catch (error) {
    // What stays behind is cleared away by whoever comes next; that it failed must be written down all the same.
    await storeOf(shared)
      .remove(fileName)
      .catch(() => undefined);
    await changeBackup(central, running, { state: "FAILED", fileName: null, reason: reasonOf(error) });
    return { outcome: "failed", id, error };
  }
}

/** A snapshot does not hold against changes of the schema. */
async function duringNoMigration<T>(ctx: BackupContext, { factoryId }: Subject, work: () => Promise<T>): Promise<T> {
  if (factoryId === null) return work();
  const lease = { name: `migrate:${factoryId}`, waitMs: MIGRATION_WAIT_MS };
  const done = await withLease(ctx.tenancy.central, lease, async () => ({ value: await work() }));
  if (done === undefined) throw new BackupFailed("The factory is being brought up to date.");
  return done.value;
}

/** Writes down how far it has come, for whoever looks on. */
async function withProgress<T>(
  { tenancy: { central } }: BackupContext,
  id: string,
  work: (onProgress: (bytes: number) => void) => Promise<T>,
): Promise<T> {
  let plainBytes = 0;
  const tell = setInterval(() => {
    // The next one tells more.
    changeBackup(central, { id, states: ["RUNNING"] }, { plainBytes }).catch(() => undefined);
  }, PROGRESS_MS);
  try {
    return await work((bytes) => (plainBytes = bytes));
  } finally {
    clearInterval(tell);
  }
}

const factsOf = ({ manifest, storedBytes, sha256 }: WrittenArchive) => ({
  schemaVersion: manifest.schemaVersion,
  serverVersion: manifest.server.version.slice(0, 100),
  keyId: manifest.keyId,
  tableCount: Object.keys(manifest.tables).length,
  rowCount: rowsOf(manifest),
  plainBytes: manifest.plainBytes,
  storedBytes,
  sha256,
  logServer: manifest.binlog?.serverId ?? null,
  logFile: manifest.binlog?.from.file ?? null,
});

const rowsOf = ({ tables }: BackupManifest): number => Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
