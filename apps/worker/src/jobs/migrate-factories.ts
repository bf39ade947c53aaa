import { MIGRATION_JOB } from "@storehouse/domain";
import { migrateFleet } from "@storehouse/tenancy/fleet";
import type { Job } from "../job.ts";

/** Brings factories that an update has left behind up to date; one central query when there are none. */
export const migrateFactories: Job = {
  name: MIGRATION_JOB,
  run: async ({ provisioner, tenancy, log, onFailure }) => {
    const { done, isStopped } = await migrateFleet(provisioner, {
      onMigrated: ({ factory, outcome, error }) => {
        tenancy.closeFactory(factory.id);
        if (outcome === "quarantined") onFailure(factory.dbName, error, "factory put into quarantine");
      },
    });
    if (isStopped) log.error("the migration of the factories was stopped: too many have failed");
    const count = (outcome: string): number => done.filter((migrated) => migrated.outcome === outcome).length;
    return { migrated: count("migrated"), quarantined: count("quarantined"), waiting: count("waiting") };
  },
};
