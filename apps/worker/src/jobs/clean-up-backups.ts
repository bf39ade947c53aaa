import { cleanUp, listShelved } from "@storehouse/backup";
import type { BackupSettings } from "../backup-settings.ts";
import type { Job } from "../job.ts";

/** Removes backups that need not be kept any more, of every factory and of the central database. */
export const cleanUpBackupsBy = ({ folder, store }: Pick<BackupSettings, "folder" | "store">): Job => ({
  name: "clean-up-backups",
  run: async ({ tenancy: { central }, onFailure }) => {
    const counts = { removed: 0, failed: 0 };
    for (const subject of await listShelved(central)) {
      try {
        counts.removed += await cleanUp({ central, folder, store }, subject);
      } catch (error) {
        counts.failed += 1;
        onFailure(subject, error, "old backups could not be removed");
      }
    }
    return counts;
  },
});
