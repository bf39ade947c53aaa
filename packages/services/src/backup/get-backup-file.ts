import { type BackupByIdInput, type BackupFile, fail } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import type { BackupPorts, StoredFile } from "./backup-ports.ts";

/** What a backup's file is called, its size and checksum, and where it is fetched. Throws NOT_FOUND, WRONG_STATE. */
export async function getBackupFile(
  ctx: TenantContext,
  backups: BackupPorts,
  { id }: BackupByIdInput,
): Promise<BackupFile> {
  const { fileName, sizeBytes, sha256 } = await findFile(ctx, backups, id);
  return { id, fileName, sizeBytes, sha256, url: `/api/backup/${id}/file` };
}

/** A backup's file for sending it, written down in the audit log. Throws NOT_FOUND, WRONG_STATE. */
export async function downloadBackup(
  ctx: TenantContext,
  backups: BackupPorts,
  { id }: BackupByIdInput,
): Promise<StoredFile> {
  const file = await findFile(ctx, backups, id);
  await atomically(ctx, (tx) =>
    recordAudit(tx, {
      action: "backups.download",
      entity: "backup",
      entityId: id,
      after: { sizeBytes: file.sizeBytes },
    }),
  );
  return file;
}

async function findFile(ctx: TenantContext, backups: BackupPorts, id: string): Promise<StoredFile> {
  authorize(ctx, "backups.download");
  const file = await backups.fileOf(id);
  if (file !== undefined) return file;
  const row = await backups.find(id);
  if (row === undefined || row.hasFile) fail({ code: "NOT_FOUND", entity: "backup", id });
  fail({ code: "WRONG_STATE", entity: "backup", id, state: row.state });
}
