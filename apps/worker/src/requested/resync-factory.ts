import { JobRefused, type Requested } from "./requested.ts";

/** Counts a factory's people again and applies the limit of its pool, now and not at the next turn of the timetable. */
export const resyncFactory: Requested = {
  kind: "factory.resync",
  run: async ({ tenancy }, { factoryId }) => {
    if (factoryId === null) throw new JobRefused("No factory was named.");
    return tenancy.resyncFactory(factoryId);
  },
};
