import { and, desc, eq, lte } from "@storehouse/db";
import { backups } from "@storehouse/db/central";
import type { BinlogSpan, LedgerDifference } from "@storehouse/domain";
import { findLedgerDifferences } from "@storehouse/services";
import { openDatabase } from "@storehouse/tenancy/fleet";
import { type Administrator, dropUnfinished, withReplayer } from "@storehouse/tenancy/provision";
import { randomBytes } from "node:crypto";
import { readArchive } from "../archive/read-archive.ts";
import type { BackupContext } from "../backup-context.ts";
import { BackupFailed } from "../backup-failed.ts";
import { type RestoreStep, restoreInto } from "../check/restore-into.ts";
import { findBinlogProgram } from "../dump/find-programs.ts";
import { withOptionFile } from "../dump/with-option-file.ts";
import { contextOf } from "../run/context-of.ts";
import { findSubject } from "../run/subject.ts";
import { readServer } from "../save/save-database.ts";
import { storeOf } from "../store/open-store.ts";
import { listLogFiles } from "./binlog-files.ts";
import { isSamePlace, replayStretch } from "./replay-log.ts";

export type RestoreAtWish = Readonly<{
  factoryId: string;
  /** Everything that was written before it is there, nothing of it or later; to the second. */
  at: Date;
  /** Reads the log and makes the account that puts it in; of the server that the factory is on. */
  admin: Administrator;
  /** Where it goes: a name of which the log knows nothing from before the moment. A new one where none is given. */
  dbName?: string | undefined;
  schemaMax?: number | undefined;
  /** Hears how far it is; what it throws ends it. */
  onStep?: ((step: RestoreAtStep, bytes: number) => void) | undefined;
}>;

/** What it does one after the other. */
export type RestoreAtStep = RestoreStep | "replaying";

/** The database that it came into, the backup it began with, and what its stock and entries disagree on. */
export type RestoredAt = Readonly<{
  dbName: string;
  backupId: string;
  backedUpAt: Date;
  ledger: readonly LedgerDifference[];
}>;

/**
 * Brings a factory as it was at a moment into a new database: its last verified backup before, then its own changes from
 * the server's binary log. The factory itself and all others are not touched. Throws BackupFailed, and leaves nothing.
 */
export async function restoreAt(shared: BackupContext, wish: RestoreAtWish): Promise<RestoredAt> {
  const { factoryId, at, admin, schemaMax, onStep } = wish;
  const ctx = await contextOf(shared, factoryId);
  if (at.getTime() > Date.now()) throw new BackupFailed("That moment has not come yet.");
  const backup = await findBackupBefore(ctx, factoryId, at);
  const archive = await readArchive(storeOf(ctx), backup.fileName, ctx.keys);
  const files = await listLogFiles(admin.session, archive.manifest.binlog);
  const span = archive.manifest.binlog;
  if (span === undefined) throw new BackupFailed("The backup does not say where the log stood.");
  // A name that was never used before: the log has no changes of its own for it.
  const dbName = wish.dbName ?? `storehouse_at_${randomBytes(8).toString("hex")}`;
  await restoreInto(ctx, { fileName: backup.fileName, subject: factoryId, dbName, schemaMax, onStep });
  try {
    onStep?.("replaying", 0);
    const names = files.map(({ name }) => name);
    const ledger = await replay(ctx, { factoryId, at, admin }, { dbName, span, names });
    return { dbName, backupId: backup.id, backedUpAt: backup.storedAt, ledger };
  } catch (error) {
    await dropUnfinished(ctx.provisioner, dbName);
    throw error;
  }
}

async function findBackupBefore(ctx: BackupContext, subject: string, at: Date) {
  const [row] = await ctx.tenancy.central
    .select({ id: backups.id, fileName: backups.fileName, storedAt: backups.storedAt })
    .from(backups)
    .where(and(eq(backups.subject, subject), eq(backups.state, "VERIFIED"), lte(backups.storedAt, at)))
    .orderBy(desc(backups.storedAt))
    .limit(1);
  if (row === undefined || row.fileName === null || row.storedAt === null)
    throw new BackupFailed("There is no verified backup from before that moment.");
  return { id: row.id, fileName: row.fileName, storedAt: row.storedAt };
}

type Target = Readonly<{ dbName: string; span: BinlogSpan; names: readonly string[] }>;

async function replay(
  ctx: BackupContext,
  { factoryId, at, admin }: RestoreAtWish,
  { dbName, span, names }: Target,
): Promise<readonly LedgerDifference[]> {
  const { programs } = await readServer(ctx);
  const binlog = await findBinlogProgram(programs.kind, ctx.programs);
  const { address } = await findSubject(ctx, factoryId);
  const between = { fromDatabase: address.database ?? "", intoDatabase: dbName };
  return withReplayer(admin, { dbName, kind: programs.kind }, (replayer) =>
    withOptionFile(ctx.folder, admin.address, (readerOption) =>
      withOptionFile(ctx.folder, replayer, async (replayerOption) => {
        const tools = { programs, binlog, readerOption, replayerOption };
        const { from, to } = span;
        const after = names.slice(names.indexOf(to.file));
        if (!isSamePlace(from, to)) {
          const files = names.slice(0, names.indexOf(to.file) + 1);
          const end = { position: to.position };
          await replayStretch(tools, { ...between, files, start: from.position, end, isOverlap: true });
        }
        const end = { before: at };
        await replayStretch(tools, { ...between, files: after, start: to.position, end, isOverlap: false });
        const { db, close } = openDatabase(replayer);
        try {
          return await findLedgerDifferences(db);
        } finally {
          await close();
        }
      }),
    ),
  );
}
