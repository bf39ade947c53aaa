import { and, type CentralDb, eq, ne } from "@storehouse/db";
import { factories, plans } from "@storehouse/db/central";
import {
  type Allowance,
  allowanceOf,
  type FactoryState,
  type Module,
  readModules,
  type StoredPlan,
  type Subscription,
  toSubscriptionState,
} from "@storehouse/domain";
import { LRUCache } from "lru-cache";
import { PLAN_CONNECTIONS } from "./pool-limit.ts";

/** What the registry knows of a factory. The secret is locked. */
export type FactoryRecord = Readonly<{
  id: string;
  factoryName: string;
  dbName: string;
  /** What the worker calls the server that it is on. */
  server: string;
  host: string;
  port: number;
  dbUser: string;
  secret: string | null;
  secretKeyId: string | null;
  credentialVersion: number;
  state: FactoryState;
  suspendReason: string | null;
  quarantineReason: string | null;
  plan: string;
  limits: Readonly<Record<string, number | null>> | null;
  /** What it may have by its plan; null where that can't be read. */
  allowance: Allowance | null;
  subscription: Subscription;
  /** Modules of its plan that its masters have turned off. */
  modulesOff: readonly Module[];
  userCount: number;
  maxConnections: number;
  schemaVersion: number;
}>;

/** Reads factories from the registry; those that are ready are remembered for a few seconds. */
export type FactoryFinder = Readonly<{
  byDbName: (dbName: string) => Promise<FactoryRecord | undefined>;
  byId: (id: string) => Promise<FactoryRecord | undefined>;
  forget: (id: string) => void;
}>;

const REMEMBERED_MS = 5_000;
const REMEMBERED_MAX = 2_000;

/** Makes a finder over the central database. */
export function createFactoryFinder(central: CentralDb, rememberedMs: number = REMEMBERED_MS): FactoryFinder {
  const remembered = new LRUCache<string, FactoryRecord>({ max: REMEMBERED_MAX, ttl: rememberedMs });
  const idKey = (id: string): string => `id:${id}`;

  // A factory on its way to READY, or suspended, is asked for anew each time: what changes next should show at once.
  function remember(record: FactoryRecord | undefined): FactoryRecord | undefined {
    if (record?.state !== "READY") return record;
    remembered.set(record.dbName, record);
    remembered.set(idKey(record.id), record);
    return record;
  }

  return {
    byDbName: async (dbName) =>
      remembered.get(dbName) ?? remember(await readFactory(central, eq(factories.dbName, dbName))),
    byId: async (id) => remembered.get(idKey(id)) ?? remember(await readFactory(central, eq(factories.id, id))),
    forget: (id) => {
      const record = remembered.get(idKey(id));
      remembered.delete(idKey(id));
      if (record !== undefined) remembered.delete(record.dbName);
    },
  };
}

/** The most connections a factory's plan allows. */
export const connectionCap = ({ limits }: Pick<FactoryRecord, "limits">): number =>
  limits?.["connections"] ?? PLAN_CONNECTIONS;

async function readFactory(central: CentralDb, where: ReturnType<typeof eq>): Promise<FactoryRecord | undefined> {
  // One that was deleted keeps its row and its name, and is as unknown as one that never was.
  const isThere = and(where, ne(factories.state, "DELETED"));
  const [row] = await central
    .select({ factory: COLUMNS, plan: PLAN_COLUMNS })
    .from(factories)
    .leftJoin(plans, eq(plans.code, factories.plan))
    .where(isThere)
    .limit(1);
  if (row === undefined) return undefined;
  const { subscription, periodEndsAt, modulesOff, state, ...factory } = row.factory;
  return {
    ...factory,
    state: state as FactoryState,
    allowance: allowanceOf(planOf(row.plan), factory.limits),
    subscription: { state: toSubscriptionState(subscription), endsAt: periodEndsAt },
    modulesOff: readModules(modulesOff),
  };
}

const COLUMNS = {
  id: factories.id,
  factoryName: factories.factoryName,
  dbName: factories.dbName,
  server: factories.server,
  host: factories.host,
  port: factories.port,
  dbUser: factories.dbUser,
  secret: factories.secret,
  secretKeyId: factories.secretKeyId,
  credentialVersion: factories.credentialVersion,
  state: factories.state,
  suspendReason: factories.suspendReason,
  quarantineReason: factories.quarantineReason,
  plan: factories.plan,
  limits: factories.limits,
  subscription: factories.subscription,
  periodEndsAt: factories.periodEndsAt,
  modulesOff: factories.modulesOff,
  userCount: factories.userCount,
  maxConnections: factories.maxConnections,
  schemaVersion: factories.schemaVersion,
};

const PLAN_COLUMNS = {
  code: plans.code,
  users: plans.maxUsers,
  products: plans.maxProducts,
  locations: plans.maxLocations,
  storageMb: plans.maxStorageMb,
  modules: plans.modules,
};

type PlanRow = Omit<StoredPlan, "limits"> & StoredPlan["limits"];
const planOf = (row: PlanRow | null): StoredPlan | null => {
  if (row === null) return null;
  const { code, modules, ...limits } = row;
  return { code, modules, limits };
};
