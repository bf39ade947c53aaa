import { reviewFactory } from "@storehouse/services";
import { createOutboxMarker } from "@storehouse/tenancy";
import { forEachTenant } from "@storehouse/tenancy/fleet";
import { actAsJob } from "../act-as-job.ts";
import type { Job } from "../job.ts";

/** Decides the alerts of every factory's stock anew: what postings keep up as they go, proven nightly. */
export const reviewAlerts: Job = {
  name: "review-alerts",
  run: async ({ tenancy, log, onFailure }) => {
    let variants = 0;
    const marker = createOutboxMarker(tenancy.central, (error) => log.warn({ error }, "an outbox could not be marked"));
    const walk = await forEachTenant(tenancy, { concurrency: 2 }, async ({ db, factoryId }) => {
      const ctx = actAsJob(db, "review-alerts", (kind) => marker.note(factoryId, kind));
      variants += (await reviewFactory(ctx)).variants;
    });
    await marker.flush();
    for (const { dbName, error } of walk.failures) onFailure(dbName, error, "alerts could not be reviewed");
    return { variants, failed: walk.failures.length };
  },
};
