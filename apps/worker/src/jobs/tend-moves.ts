import { listUntidyMoves, tendMove } from "@storehouse/backup";
import { describeError } from "@storehouse/tenancy";
import { backupContext, type BackupSettings } from "../backup-settings.ts";
import type { Job } from "../job.ts";

/** Ends moves between servers that nobody goes on with, and removes after a week what they left behind. */
export const tendMovesBy = (settings: BackupSettings): Job => ({
  name: "tend-moves",
  run: async (context) => {
    const ctx = backupContext(context, settings);
    const counts = { tended: 0, failed: 0 };
    for (const moveId of await listUntidyMoves(ctx)) {
      try {
        await tendMove(ctx, moveId);
        counts.tended += 1;
      } catch (error) {
        counts.failed += 1;
        context.log.error({ moveId, ...describeError(error) }, "a move could not be tended");
      }
    }
    return counts;
  },
});
