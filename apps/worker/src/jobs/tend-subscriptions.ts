import { tellSubscription } from "@storehouse/services";
import { listDueSubscriptions, type Tenancy, tendSubscription } from "@storehouse/tenancy";
import { actAsJob } from "../act-as-job.ts";
import type { Job } from "../job.ts";

/**
 * Moves on the subscriptions whose period has ended, and tells the masters before and at each step. It never deletes anything: the last step shuts a factory,
 * and a payment opens it again.
 */
export const tendSubscriptions: Job = {
  name: "tend-subscriptions",
  run: async ({ tenancy, log, onFailure }) => {
    const counts = { moved: 0, told: 0, failed: 0 };
    for (const { id, dbName } of await listDueSubscriptions(tenancy.central, new Date())) {
      try {
        if (await tendSubscription(tenancy.central, id, new Date())) {
          counts.moved += 1;
          tenancy.closeFactory(id);
          log.info({ factoryId: id }, "a subscription has moved on");
        }
        counts.told += await tellOf(tenancy, id);
      } catch (error) {
        counts.failed += 1;
        onFailure(dbName, error, "a subscription could not be tended");
      }
    }
    return counts;
  },
};

async function tellOf(tenancy: Tenancy, factoryId: string): Promise<number> {
  const factory = await tenancy.findFactoryById(factoryId);
  // Who is shut out reads why at the door.
  if (factory?.state !== "READY") return 0;
  const { db, release } = await tenancy.openTenant(factory);
  try {
    return await tellSubscription(actAsJob(db, "tend-subscriptions"), factory.subscription);
  } finally {
    release();
  }
}
