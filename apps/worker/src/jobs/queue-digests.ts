import { queueDigests } from "@storehouse/services";
import { forEachTenant } from "@storehouse/tenancy/fleet";
import { actAsJob } from "../act-as-job.ts";
import type { Job } from "../job.ts";

/** Writes to who wants one e-mail a day, in each factory's own morning. */
export const queueDailyDigests: Job = {
  name: "queue-digests",
  run: async ({ tenancy, onFailure }) => {
    let queued = 0;
    const walk = await forEachTenant(tenancy, { concurrency: 2 }, async ({ db }) => {
      queued += (await queueDigests(actAsJob(db, "queue-digests"))).queued;
    });
    for (const { dbName, error } of walk.failures) onFailure(dbName, error, "digests could not be queued");
    return { queued, failed: walk.failures.length };
  },
};
