import { clearAllCrashed } from "@storehouse/backup";
import { backupSlot } from "@storehouse/domain";
import { backupContext, type BackupSettings } from "../backup-settings.ts";
import type { Job } from "../job.ts";
import { backUpEach } from "./back-up.ts";

/** Clears away what a worker that was killed has left half done, and does its backups of this turn again. */
export const clearCrashedBackupsBy = (settings: BackupSettings): Job => ({
  name: "clear-crashed-backups",
  run: async (context) => {
    const cut = await clearAllCrashed(backupContext(context, settings));
    const wish = { slot: backupSlot(new Date()) };
    const counts = await backUpEach(
      context,
      settings,
      cut.map((subject) => ({ subject, wish })),
    );
    return { cleared: cut.length, ...counts };
  },
});
