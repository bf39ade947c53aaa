import { type CentralDb, count, eq } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { users } from "@storehouse/db/tenant";
import { fail } from "@storehouse/domain";
import { assertOpen } from "./assert-open.ts";
import { createBudget, readServerBudget } from "./budget.ts";
import { type Central, openCentral } from "./central.ts";
import { toConnectFailure } from "./connection-failure.ts";
import type { DatabaseAddress } from "./database-url.ts";
import { factoryAddress } from "./factory-address.ts";
import { connectionCap, createFactoryFinder, type FactoryFinder, type FactoryRecord } from "./find-factory.ts";
import type { Keys } from "./keys.ts";
import type { PoolLoad } from "./lend-connections.ts";
import { poolLimit } from "./pool-limit.ts";
import type { PoolTarget } from "./pool-state.ts";
import { type OpenSideCopy, openSideCopy } from "./open-side-copy.ts";
import { createRegistry, type OpenTenant, type Registry, type RegistryStats } from "./registry.ts";

export type TenancyOptions = Readonly<{
  centralUrl: string;
  keys: Keys;
  /** Connections to factories' databases that this process may hold; without it, all that the server has for web processes. */
  budget?: number | undefined;
  poolsMax?: number | undefined;
  idleMs?: number | undefined;
  /** Hears that a database did not belong to the factory that the registry names. */
  onStranger?: ((target: Readonly<{ factoryId: string; dbName: string }>) => void) | undefined;
}>;

/** Everything a process needs to reach factories. A process makes one and closes it when it ends. */
export type Tenancy = Readonly<{
  central: CentralDb;
  findFactory: (dbName: string) => Promise<FactoryRecord | undefined>;
  findFactoryById: (id: string) => Promise<FactoryRecord | undefined>;
  /** Lends a ready factory's database until `release`. Throws FACTORY_SUSPENDED, FACTORY_NOT_READY, BUSY, UNAVAILABLE. */
  openTenant: (factory: FactoryRecord) => Promise<OpenTenant>;
  /** Lends one of the factory's side copies to look at, until `release`. Throws NOT_FOUND for another's, WRONG_STATE unless it is ready. */
  openSideCopy: (factoryId: string, copyId: string) => Promise<OpenSideCopy>;
  /** Counts a factory's active people again, stores the count and its pool limit, and applies it to the open pool. */
  resyncFactory: (factoryId: string) => Promise<Readonly<{ userCount: number; maxConnections: number }>>;
  /** Forgets what is remembered of a factory and closes its pool: after its state or its password changed. */
  closeFactory: (factoryId: string) => void;
  stats: () => RegistryStats & Readonly<{ central: PoolLoad }>;
  /** Lets nobody in any more, waits so long for those inside, and closes every connection. */
  close: (waitMs?: number) => Promise<void>;
}>;

type Parts = Readonly<{ central: Central; finder: FactoryFinder; registry: Registry; keys: Keys }>;

const CLOSE_WAIT_MS = 10_000;
const QUARANTINE_RETRY_SECONDS = 60;

/** Opens the central database and makes ready to open factories'. Throws when the central database is away. */
export async function createTenancy(options: TenancyOptions): Promise<Tenancy> {
  const central = openCentral(options.centralUrl);
  const closing = async (error: unknown): Promise<never> => {
    await central.close();
    throw error;
  };
  const connections = options.budget ?? (await readServerBudget(central.db).catch(closing));
  const { poolsMax, idleMs, onStranger } = options;
  const registry = createRegistry({ budget: createBudget(connections), poolsMax, idleMs, onStranger });
  const parts: Parts = { central, finder: createFactoryFinder(central.db), registry, keys: options.keys };
  return {
    central: central.db,
    findFactory: parts.finder.byDbName,
    findFactoryById: parts.finder.byId,
    openTenant: (factory) => openTenant(parts, factory),
    openSideCopy: (factoryId, copyId) => openSideCopy({ central, registry, keys: options.keys }, factoryId, copyId),
    resyncFactory: (factoryId) => resyncFactory(parts, factoryId),
    closeFactory: (factoryId) => closeFactory(parts, factoryId),
    stats: () => ({ ...registry.stats(), central: central.load() }),
    close: async (waitMs = CLOSE_WAIT_MS) => {
      await registry.close(waitMs);
      await central.close();
    },
  };
}

async function openTenant(parts: Parts, factory: FactoryRecord): Promise<OpenTenant> {
  if (factory.state !== "READY") {
    closeFactory(parts, factory.id);
    assertOpen(factory);
  }
  // Its last migration failed half-way: nobody works in it until it is repaired.
  if (factory.quarantineReason !== null) fail({ code: "UNAVAILABLE", retryAfterSeconds: QUARANTINE_RETRY_SECONDS });
  return parts.registry.open(targetOf(parts, factory));
}

function closeFactory({ finder, registry }: Parts, factoryId: string): void {
  finder.forget(factoryId);
  registry.retire(factoryId);
}

const targetOf = (parts: Parts, factory: FactoryRecord): PoolTarget => ({
  factoryId: factory.id,
  dbName: factory.dbName,
  credentialVersion: factory.credentialVersion,
  limit: factory.maxConnections,
  address: () => addressOf(parts, factory),
});

function addressOf({ central, keys }: Parts, factory: FactoryRecord): DatabaseAddress {
  try {
    return factoryAddress({ central: central.address, keys }, factory);
  } catch (error) {
    // Its people can do nothing about it; what is wrong stands in the cause, for the log.
    throw toConnectFailure(error);
  }
}

async function resyncFactory(
  parts: Parts,
  factoryId: string,
): Promise<Readonly<{ userCount: number; maxConnections: number }>> {
  parts.finder.forget(factoryId);
  const factory = await parts.finder.byId(factoryId);
  if (factory === undefined) fail({ code: "NOT_FOUND", entity: "factory", id: factoryId });
  const userCount = await countActiveUsers(parts, factory);
  const maxConnections = poolLimit(userCount, connectionCap(factory));
  if (userCount !== factory.userCount || maxConnections !== factory.maxConnections) {
    await parts.central.db
      .update(factories)
      .set({ userCount, maxConnections, updatedAt: new Date() })
      .where(eq(factories.id, factoryId));
    parts.finder.forget(factoryId);
  }
  parts.registry.resize(factoryId, maxConnections);
  return { userCount, maxConnections };
}

async function countActiveUsers(parts: Parts, factory: FactoryRecord): Promise<number> {
  const { db, release } = await openTenant(parts, factory);
  try {
    const [row] = await db.select({ total: count() }).from(users).where(eq(users.isActive, true));
    return row?.total ?? 0;
  } finally {
    release();
  }
}
