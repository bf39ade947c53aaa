export type { BackupPorts, StoredFile } from "./backup-ports.ts";
export { cleanUpBackups } from "./clean-up-backups.ts";
export { createBackup } from "./create-backup.ts";
export type { CopyPorts } from "./copy-ports.ts";
export { downloadBackup, getBackupFile } from "./get-backup-file.ts";
export { getBackupStatus, listBackups } from "./read-backups.ts";
export { closeSideCopy, openSideCopy } from "./open-side-copy.ts";
export { getSideCopy, listSideCopies } from "./read-side-copies.ts";
export { switchToCopy } from "./switch-to-copy.ts";
