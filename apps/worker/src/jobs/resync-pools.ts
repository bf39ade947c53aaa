import { forEachTenant } from "@storehouse/tenancy/fleet";
import type { Job } from "../job.ts";

/** Counts every factory's people again and stores its pool's limit, so that a count that went wrong rights itself. */
export const resyncPools: Job = {
  name: "resync-pools",
  run: async ({ tenancy, onFailure }) => {
    const walk = await forEachTenant(tenancy, { concurrency: 4 }, async ({ factoryId }) => {
      await tenancy.resyncFactory(factoryId);
    });
    for (const { dbName, error } of walk.failures) onFailure(dbName, error, "a factory could not be resynced");
    return { synced: walk.done, failed: walk.failures.length };
  },
};
