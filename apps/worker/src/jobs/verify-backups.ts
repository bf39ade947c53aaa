import { listUnverified, verifyBackup } from "@storehouse/backup";
import { backupContext, type BackupSettings } from "../backup-settings.ts";
import type { Job } from "../job.ts";

const AT_ONCE = 50;

/** Restores backups to see that were stored and not yet verified: those whose check was cut off or could not be finished. */
export const verifyBackupsBy = (settings: BackupSettings): Job => ({
  name: "verify-backups",
  run: async (context) => {
    const { tenancy, onFailure } = context;
    const counts = { verified: 0, failed: 0 };
    for (const { id, subject } of await listUnverified(tenancy.central, AT_ONCE)) {
      const { outcome, error } = await verifyBackup(backupContext(context, settings), id);
      if (outcome === "verified") counts.verified += 1;
      if (outcome !== "failed" && outcome !== "later") continue;
      counts.failed += 1;
      onFailure(subject, error, "a backup could not be verified");
    }
    return counts;
  },
});
