import { setTimeout as sleep } from "node:timers/promises";
import type { TenantDb } from "@storehouse/db/tenant-db";
import type { Budget } from "./budget.ts";
import type { DatabaseAddress } from "./database-url.ts";
import type { OpenPool } from "./open-pool.ts";

/** Which pool is wanted. The address is asked for only when it has to be opened. */
export type PoolTarget = Readonly<{
  factoryId: string;
  /** Set where it is not the factory's own database but a copy beside it. */
  copyId?: string | undefined;
  dbName: string;
  credentialVersion: number;
  limit: number;
  address: () => DatabaseAddress;
}>;

/** One factory's pool and how many are in it. `limit` is what it holds of the budget: 0 until it got its share. */
export type Entry = {
  readonly target: PoolTarget;
  /** One opening, however many ask. */
  opening: Promise<TenantDb> | undefined;
  pool: OpenPool | undefined;
  limit: number;
  users: number;
  usedAt: number;
};

/** The pools of a process. `entries` stand in the order of their last use; `leaving` are out of it, still used or closing. */
export type PoolState = {
  readonly budget: Budget;
  readonly poolsMax: number;
  readonly entries: Map<string, Entry>;
  readonly leaving: Set<Entry>;
  /** What pools that are closing now will give back. */
  freeing: number;
  evictions: number;
};

/** What a pool is known by: a factory's own by the factory, a copy's by the copy. */
export const keyOf = ({ factoryId, copyId }: Pick<PoolTarget, "factoryId" | "copyId">): string => copyId ?? factoryId;

/** Takes a pool out of use: whoever is in it may finish, the last one closes it, whoever comes next opens a new one. */
export function retire(state: PoolState, entry: Entry): void {
  const key = keyOf(entry.target);
  if (state.entries.get(key) === entry) state.entries.delete(key);
  state.leaving.add(entry);
  if (entry.users === 0) void shut(state, entry);
}

/** One user less. The last one out of a retired pool closes it; else the pool makes room if others wait. */
export function leave(state: PoolState, entry: Entry): void {
  entry.users -= 1;
  entry.usedAt = Date.now();
  if (entry.users > 0) return;
  if (state.leaving.has(entry)) void shut(state, entry);
  else makeRoom(state);
}

/** Evicts idle pools, the least recently used first, until there are few enough and those in line for the budget will be served. */
export function makeRoom(state: PoolState): void {
  for (const entry of state.entries.values()) {
    if (!isCrowded(state)) return;
    if (entry.users === 0) evict(state, entry);
  }
}

/**
 * Evicts the pool used least recently although it is in use, so that those who never pause do not keep the others out.
 * Nothing happens where what is on its way out will do.
 */
export function makeRoomByForce(state: PoolState): void {
  if (!isShort(state)) return;
  for (const entry of state.entries.values()) {
    if (entry.pool !== undefined) return evict(state, entry);
  }
}

/** Retires every pool that nobody has been in since the given time. */
export function retireIdle(state: PoolState, since: number): void {
  for (const entry of state.entries.values()) {
    if (entry.users === 0 && entry.usedAt <= since) retire(state, entry);
  }
}

/** Retires everything, waits so long for those inside, then closes what is left under them. */
export async function retireAll(state: PoolState, waitMs: number): Promise<void> {
  for (const entry of state.entries.values()) retire(state, entry);
  const deadline = Date.now() + waitMs;
  while (state.leaving.size > 0 && Date.now() < deadline) await sleep(10);
  await Promise.all([...state.leaving].map(async ({ pool }) => pool?.close()));
}

/** Gives a pool another limit. What the budget does not allow now is tried again on its next use. */
export function resize({ budget }: PoolState, entry: Entry, limit: number): void {
  const more = limit - entry.limit;
  if (entry.pool === undefined || more === 0 || (more > 0 && !budget.tryTake(more))) return;
  entry.limit = limit;
  entry.pool.resize(limit);
  if (more < 0) budget.give(-more);
}

const isCrowded = (state: PoolState): boolean => state.entries.size > state.poolsMax || isShort(state);

function isShort({ budget, freeing }: PoolState): boolean {
  const { capacity, taken, wanted } = budget.load();
  return wanted > 0 && taken - freeing + wanted > capacity;
}

function evict(state: PoolState, entry: Entry): void {
  state.evictions += 1;
  retire(state, entry);
}

async function shut(state: PoolState, entry: Entry): Promise<void> {
  const { limit } = entry;
  state.freeing += limit;
  await entry.pool?.close();
  state.freeing -= limit;
  state.leaving.delete(entry);
  state.budget.give(limit);
}
