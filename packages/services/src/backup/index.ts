export type { BackupPorts, StoredFile } from "./backup-ports.ts";
export { cleanUpBackups } from "./clean-up-backups.ts";
export { createBackup } from "./create-backup.ts";
export { downloadBackup, getBackupFile } from "./get-backup-file.ts";
export { getBackupStatus, listBackups } from "./read-backups.ts";
