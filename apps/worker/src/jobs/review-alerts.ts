import { reviewFactory } from "@storehouse/services";
import { forEachTenant } from "@storehouse/tenancy/fleet";
import { actAsJob } from "../act-as-job.ts";
import type { Job } from "../job.ts";

/** Decides the alerts of every factory's stock anew: what postings keep up as they go, proven nightly. */
export const reviewAlerts: Job = {
  name: "review-alerts",
  run: async ({ tenancy, log }) => {
    let variants = 0;
    const walk = await forEachTenant(tenancy, { concurrency: 2 }, async ({ db }) => {
      variants += (await reviewFactory(actAsJob(db, "review-alerts"))).variants;
    });
    for (const { dbName, error } of walk.failures) log.warn({ dbName, error }, "alerts could not be reviewed");
    return { variants, failed: walk.failures.length };
  },
};
