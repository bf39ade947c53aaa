import type { LedgerDifference, SideCopyStep } from "@storehouse/domain";
import { adoptDatabase } from "@storehouse/tenancy/provision";
import type { BackupContext } from "../backup-context.ts";
import { BackupFailed } from "../backup-failed.ts";
import { restoreInto } from "../check/restore-into.ts";
import { restoreAt } from "../replay/restore-at.ts";
import { findBackup } from "../run/backup-rows.ts";
import { storeOf } from "../store/open-store.ts";
import type { CopyRecord } from "./copy-rows.ts";

type Watch = Readonly<{ schemaMax: number; onStep: (step: SideCopyStep, bytes: number) => void }>;
type Facts = Readonly<{ savedAt: Date | null; rowCount: number | null; ledger: readonly LedgerDifference[] }>;

/** Restores what a side copy is of into its database, proven to be that. Throws BackupFailed, and leaves nothing. */
export async function restoreSource(ctx: BackupContext, row: CopyRecord, watch: Watch): Promise<Facts> {
  if (row.kind === "MOMENT") return restoreMoment(ctx, row, watch);
  return row.kind === "FILE" ? restoreFile(ctx, row, watch) : restoreBackup(ctx, row, watch);
}

async function restoreBackup(ctx: BackupContext, row: CopyRecord, watch: Watch): Promise<Facts> {
  const { backupId, factoryId, dbName } = row;
  const backup = backupId === null ? undefined : await findBackup(ctx.tenancy.central, backupId);
  if (backup === undefined || backup.fileName === null || backup.subject !== factoryId)
    throw new BackupFailed("The backup's file is not there any more.");
  const wish = { fileName: backup.fileName, subject: factoryId, backupId: backup.id, dbName };
  const { rows, ledger } = await restoreInto(ctx, { ...wish, ...watch });
  return { savedAt: backup.startedAt ?? backup.requestedAt, rowCount: rows, ledger };
}

async function restoreFile(ctx: BackupContext, row: CopyRecord, watch: Watch): Promise<Facts> {
  const { fileName, factoryId, originId, approvedBy, dbName } = row;
  if (fileName === null) throw new BackupFailed("The file that was brought is not there any more.");
  if (originId !== null && approvedBy === null)
    throw new BackupFailed("The backup is of another factory, and no second operator has approved it.");
  const { rows, ledger } = await restoreInto(ctx, { fileName, subject: originId ?? factoryId, dbName, ...watch });
  if (originId !== null) await adoptDatabase(ctx.provisioner, { dbName, fromId: originId, toId: factoryId });
  return { savedAt: row.savedAt, rowCount: rows, ledger };
}

async function restoreMoment(ctx: BackupContext, row: CopyRecord, watch: Watch): Promise<Facts> {
  const { factoryId, dbName, asOf } = row;
  const { openLogReader } = ctx;
  if (asOf === null || openLogReader === undefined)
    throw new BackupFailed("The server keeps no binary log: only whole backups can be restored.");
  const admin = await openLogReader();
  try {
    const { ledger } = await restoreAt(ctx, { factoryId, at: asOf, admin, dbName, ...watch });
    return { savedAt: asOf, rowCount: null, ledger };
  } finally {
    await admin.session.close();
  }
}

/** Removes the archive that was brought by hand for a copy: it has been restored, or never will be. */
export async function removeBrought(ctx: BackupContext, { fileName }: Pick<CopyRecord, "fileName">): Promise<void> {
  if (fileName !== null) await storeOf(ctx).remove(fileName);
}
