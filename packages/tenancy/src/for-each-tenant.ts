import { and, type CentralDb, eq, isNull, type TenantDb } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import pLimit from "p-limit";
import type { Tenancy } from "./create-tenancy.ts";

/** One factory at a time, as a job meets it. */
export type FleetTenant = Readonly<{ factoryId: string; dbName: string; db: TenantDb }>;

/** What a walk over all factories came to: one that fails never stops the others. */
export type FleetWalk = Readonly<{ done: number; failures: readonly Readonly<{ dbName: string; error: unknown }>[] }>;

/** Runs `work` for every factory that is ready, a few at a time, each with its own handle and no other's. */
export async function forEachTenant(
  tenancy: Tenancy,
  { concurrency }: Readonly<{ concurrency: number }>,
  work: (tenant: FleetTenant) => Promise<void>,
): Promise<FleetWalk> {
  const failures: { dbName: string; error: unknown }[] = [];
  const ready = await listReady(tenancy.central);
  const limit = pLimit(concurrency);
  const one = async ({ id, dbName }: { id: string; dbName: string }): Promise<void> => {
    try {
      const factory = await tenancy.findFactoryById(id);
      if (factory === undefined) return;
      const { db, release } = await tenancy.openTenant(factory);
      await work({ factoryId: id, dbName, db }).finally(release);
    } catch (error) {
      failures.push({ dbName, error });
    }
  };
  await Promise.all(ready.map((factory) => limit(one, factory)));
  return { done: ready.length - failures.length, failures };
}

const listReady = (central: CentralDb): Promise<{ id: string; dbName: string }[]> =>
  central
    .select({ id: factories.id, dbName: factories.dbName })
    .from(factories)
    .where(and(eq(factories.state, "READY"), isNull(factories.quarantineReason)));
