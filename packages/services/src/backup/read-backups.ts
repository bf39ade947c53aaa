import { type BackupRow, type BackupStatus, type ListBackupsInput, type Page } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import type { BackupPorts } from "./backup-ports.ts";

/** How safe the factory's data is: the last backup that was restored to see, what is under way, when the next begins. */
export function getBackupStatus(ctx: TenantContext, backups: BackupPorts): Promise<BackupStatus> {
  authorize(ctx, "backups.read");
  return backups.status();
}

/** The factory's backups, latest first. */
export function listBackups(
  ctx: TenantContext,
  backups: BackupPorts,
  input: ListBackupsInput,
): Promise<Page<BackupRow>> {
  authorize(ctx, "backups.read");
  return backups.list(input);
}
