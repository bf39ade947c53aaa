import type { BackupContext } from "@storehouse/backup";
import type { JobContext } from "./job.ts";

/** What the environment says of backups: where they stand, by which account the central database is read, which programs. */
export type BackupSettings = Pick<BackupContext, "centralAddress" | "folder" | "store" | "programs" | "openLogReader">;

/** What the verbs of backups work with. */
export const backupContext = (
  { tenancy, provisioner }: Pick<JobContext, "tenancy" | "provisioner">,
  settings: BackupSettings,
): BackupContext => ({
  ...settings,
  tenancy,
  provisioner,
  keys: provisioner.keys,
});
