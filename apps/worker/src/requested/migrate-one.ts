import { migrateFleet } from "@storehouse/tenancy/fleet";
import { JobRefused, type Requested } from "./requested.ts";

/** Brings one factory up to date, in quarantine or not, once what stopped it is put right. */
export const migrateOne: Requested = {
  kind: "factory.migrate",
  run: async ({ tenancy, provisioner }, { factoryId }) => {
    const factory = factoryId === null ? undefined : await tenancy.findFactoryById(factoryId);
    if (factory === undefined) throw new JobRefused("There is no such factory.");
    const { done } = await migrateFleet(provisioner, { scope: { dbName: factory.dbName } });
    tenancy.closeFactory(factory.id);
    const outcome = done[0]?.outcome ?? "current";
    if (outcome === "quarantined") throw new JobRefused("It failed again: the factory stays in quarantine.");
    if (outcome === "busy" || outcome === "waiting") throw new Error("A table is in use, or the server is away.");
    return { outcome };
  },
};
