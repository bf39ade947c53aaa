import { listMovingCopies, tendCopy } from "@storehouse/backup";
import { describeError } from "@storehouse/tenancy";
import pLimit from "p-limit";
import { backupContext, type BackupSettings } from "../backup-settings.ts";
import type { Job } from "../job.ts";

const AT_ONCE = 2;
const PER_TURN = 20;

/** Restores side copies that people have asked for and removes those that are over, as soon as it is asked. */
export const tendCopiesBy = (settings: BackupSettings): Job => ({
  name: "tend-side-copies",
  run: async (context) => {
    const { tenancy, log } = context;
    const ctx = backupContext(context, settings);
    const counts = { ready: 0, failed: 0, dropped: 0, switched: 0, later: 0 };
    const one = async (copyId: string): Promise<void> => {
      const tended = await tendCopy(ctx, copyId);
      if (tended === undefined) return;
      counts[tended.outcome] += 1;
      if (tended.error !== undefined) log.error({ copyId, ...tended }, "a side copy came to nothing");
    };
    const limit = pLimit(AT_ONCE);
    await Promise.all(
      (await listMovingCopies(tenancy.central, PER_TURN)).map((copyId) =>
        limit(() =>
          one(copyId).catch((error: unknown) => {
            counts.failed += 1;
            log.error({ copyId, ...describeError(error) }, "a side copy could not be tended");
          }),
        ),
      ),
    );
    return counts;
  },
});
