import { FRESH_EVENT, listBackupTurns, STALE_EVENT } from "@storehouse/backup";
import { tellMasters } from "@storehouse/services";
import { recordPlatformEvent, type Tenancy } from "@storehouse/tenancy";
import { actAsJob } from "../act-as-job.ts";
import type { Job } from "../job.ts";

/**
 * Says once of each factory that its last verified backup has become older than eight hours, to its masters and to the
 * operator, and to the operator when there is a young one again.
 */
export const watchBackups: Job = {
  name: "watch-backups",
  run: async ({ tenancy, log, onFailure }) => {
    const counts = { stale: 0, fresh: 0, failed: 0 };
    for (const { factoryId, dbName, isStale, since } of await listBackupTurns(tenancy.central)) {
      try {
        if (isStale) await tellOfBackups(tenancy, factoryId, since);
        const detail = { since: since.toISOString() };
        const action = isStale ? STALE_EVENT : FRESH_EVENT;
        await recordPlatformEvent(tenancy.central, { actor: "worker", action, factoryId, detail });
        counts[isStale ? "stale" : "fresh"] += 1;
        if (isStale) log.error({ factoryId, since }, "no backup was verified for more than eight hours");
      } catch (error) {
        counts.failed += 1;
        onFailure(dbName, error, "masters could not be told of backups");
      }
    }
    return counts;
  },
};

async function tellOfBackups(tenancy: Tenancy, factoryId: string, since: Date): Promise<void> {
  const factory = await tenancy.findFactoryById(factoryId);
  if (factory === undefined) return;
  const { db, release } = await tenancy.openTenant(factory);
  try {
    await tellMasters(actAsJob(db, "watch-backups"), { kind: "BACKUP_STALE", count: 1, since });
  } finally {
    release();
  }
}
