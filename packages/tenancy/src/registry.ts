import { brandTenantDb, type TenantDb } from "@storehouse/db/tenant-db";
import { fail } from "@storehouse/domain";
import { assertIdentity } from "./assert-identity.ts";
import type { Budget } from "./budget.ts";
import type { PoolLoad } from "./lend-connections.ts";
import { openPool } from "./open-pool.ts";
import {
  type Entry,
  keyOf,
  leave,
  makeRoom,
  makeRoomByForce,
  type PoolState,
  type PoolTarget,
  resize,
  retire,
  retireAll,
  retireIdle,
} from "./pool-state.ts";
import type { SemaphoreLoad } from "./semaphore.ts";

/** A factory's database for as long as a request or a job needs it: its pool stays open until `release`. */
export type OpenTenant = Readonly<{ db: TenantDb; release: () => void }>;

export type PoolStats = PoolLoad & Readonly<{ factoryId: string; dbName: string; users: number }>;
export type RegistryStats = Readonly<{
  size: number;
  hits: number;
  misses: number;
  evictions: number;
  budget: SemaphoreLoad;
  pools: readonly PoolStats[];
}>;

export type RegistryOptions = Readonly<{
  budget: Budget;
  poolsMax?: number | undefined;
  idleMs?: number | undefined;
  /** Hears that a database does not belong to the factory that the registry names: never normal. */
  onStranger?: ((target: PoolTarget) => void) | undefined;
}>;

/** The open pools of a process, one per factory, in the order of their last use. */
export type Registry = Readonly<{
  open: (target: PoolTarget) => Promise<OpenTenant>;
  /** Applies a new limit to a factory's pool, if it is open and the budget allows. */
  resize: (factoryId: string, limit: number) => void;
  /** Closes a factory's pool, or a copy's, as soon as nobody uses it; whoever comes next opens a new one. */
  retire: (key: string) => void;
  stats: () => RegistryStats;
  /** Lets nobody in any more, waits so long for those inside, then closes everything. */
  close: (waitMs: number) => Promise<void>;
}>;

const POOLS_MAX = 50;
const IDLE_MS = 5 * 60_000;
const SWEEPS_PER_IDLE = 10;
// Half of the time that anybody waits for the budget.
const PATIENCE_MS = 1_000;

/** Makes a registry. Its pools are opened on first use, once for all who ask at the same time. */
export function createRegistry(options: RegistryOptions): Registry {
  const { budget, poolsMax = POOLS_MAX, idleMs = IDLE_MS } = options;
  const state: PoolState = { budget, poolsMax, entries: new Map(), leaving: new Set(), freeing: 0, evictions: 0 };
  const counts = { hits: 0, misses: 0 };
  let isClosed = false;
  const sweep = setInterval(() => retireIdle(state, Date.now() - idleMs), idleMs / SWEEPS_PER_IDLE).unref();

  function enter(target: PoolTarget): Entry {
    const known = findEntry(state, target);
    counts[known === undefined ? "misses" : "hits"] += 1;
    const entry = known ?? addEntry(state, target);
    entry.users += 1;
    entry.usedAt = Date.now();
    return entry;
  }
  const withEntry = (key: string, act: (entry: Entry) => void): void => {
    const entry = state.entries.get(key);
    if (entry !== undefined) act(entry);
  };

  return {
    open: async (target) => {
      if (isClosed) fail({ code: "UNAVAILABLE", retryAfterSeconds: 2 });
      const entry = enter(target);
      try {
        entry.opening ??= start(state, entry, options);
        return visit(state, entry, await entry.opening);
      } catch (error) {
        leave(state, entry);
        throw error;
      }
    },
    resize: (factoryId, limit) => withEntry(factoryId, (entry) => resize(state, entry, within(budget, limit))),
    retire: (key) => withEntry(key, (entry) => retire(state, entry)),
    stats: () => ({ ...counts, ...statsOf(state) }),
    close: (waitMs) => {
      isClosed = true;
      clearInterval(sweep);
      return retireAll(state, waitMs);
    },
  };
}

/** The pool that is open for a factory, moved to the end of the order of use; undefined when there is none with this password. */
function findEntry(state: PoolState, target: PoolTarget): Entry | undefined {
  const entry = state.entries.get(keyOf(target));
  if (entry === undefined) return undefined;
  // A record that was remembered may be older than the pool; only a newer password makes a new pool.
  if (entry.target.credentialVersion < target.credentialVersion) {
    retire(state, entry);
    return undefined;
  }
  state.entries.delete(keyOf(target));
  state.entries.set(keyOf(target), entry);
  resize(state, entry, within(state.budget, target.limit));
  return entry;
}

function addEntry(state: PoolState, target: PoolTarget): Entry {
  const entry: Entry = { target, opening: undefined, pool: undefined, limit: 0, users: 0, usedAt: 0 };
  state.entries.set(keyOf(target), entry);
  return entry;
}

/** Waits for a share of the budget, opens the pool and asks the database whose it is. */
async function start(state: PoolState, entry: Entry, options: RegistryOptions): Promise<TenantDb> {
  const { target } = entry;
  try {
    entry.limit = await takeShare(state, within(state.budget, target.limit));
    const pool = openPool(target.address(), entry.limit);
    entry.pool = pool;
    await assertIdentity(pool, target.factoryId, () => options.onStranger?.(target));
    return brandTenantDb(pool.handle, pool.source);
  } catch (error) {
    retire(state, entry);
    throw error;
  }
}

async function takeShare(state: PoolState, limit: number): Promise<number> {
  const turn = state.budget.take(limit);
  makeRoom(state);
  const force = setTimeout(() => makeRoomByForce(state), PATIENCE_MS);
  try {
    await turn;
  } finally {
    clearTimeout(force);
  }
  return limit;
}

function visit(state: PoolState, entry: Entry, db: TenantDb): OpenTenant {
  let isOver = false;
  return {
    db,
    release: () => {
      if (!isOver) leave(state, entry);
      isOver = true;
    },
  };
}

const within = (budget: Budget, limit: number): number => Math.max(1, Math.min(limit, budget.load().capacity));

function statsOf(state: PoolState): Omit<RegistryStats, "hits" | "misses"> {
  const pools = [...state.entries.values()].map(({ target, pool, users, limit }) => ({
    factoryId: target.factoryId,
    dbName: target.dbName,
    users,
    ...(pool?.load() ?? { active: 0, idle: 0, queued: 0, limit }),
  }));
  return { size: pools.length, evictions: state.evictions, budget: state.budget.load(), pools };
}
