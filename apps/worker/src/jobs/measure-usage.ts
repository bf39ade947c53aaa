import { measureUsage } from "@storehouse/services";
import { usageShelf } from "@storehouse/tenancy";
import { forEachTenant } from "@storehouse/tenancy/fleet";
import { actAsJob } from "../act-as-job.ts";
import type { Job } from "../job.ts";

/** Measures how much each factory was used since the last time, and how large its database is. */
export const measureUsages: Job = {
  name: "measure-usage",
  run: async ({ tenancy, onFailure }) => {
    let days = 0;
    const walk = await forEachTenant(tenancy, { concurrency: 2 }, async ({ db, factoryId }) => {
      const done = await measureUsage(actAsJob(db, "measure-usage"), usageShelf(tenancy.central, factoryId));
      days += done.days;
    });
    for (const { dbName, error } of walk.failures) onFailure(dbName, error, "use could not be measured");
    return { days, failed: walk.failures.length };
  },
};
