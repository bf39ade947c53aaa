import { expect, test } from "vitest";
import { createBudget } from "./budget.ts";
import { openPool } from "./open-pool.ts";
import { type Entry, makeRoomByForce, type PoolState, retire } from "./pool-state.ts";

const LIMIT = 5;
const nowhere = { host: "127.0.0.1", port: 1, user: "u", password: "p", database: "d", socketPath: undefined };

function entryOf(factoryId: string, users: number): Entry {
  const target = { factoryId, dbName: factoryId, credentialVersion: 1, limit: LIMIT, address: () => nowhere };
  return { target, opening: undefined, pool: openPool(nowhere, LIMIT), limit: LIMIT, users, usedAt: 0 };
}

test("nobody is put out by force while what is closing will do for those who wait", async () => {
  const budget = createBudget(2 * LIMIT, 500);
  const [busy, idle] = [entryOf("busy", 1), entryOf("idle", 0)];
  const entries = new Map([busy, idle].map((entry) => [entry.target.factoryId, entry]));
  const state: PoolState = { budget, poolsMax: 50, entries, leaving: new Set(), freeing: 0, evictions: 0 };
  await budget.take(2 * LIMIT);

  const first = budget.take(LIMIT);
  retire(state, idle);
  makeRoomByForce(state);
  expect([...state.entries.keys()]).toEqual(["busy"]);

  const second = budget.take(LIMIT);
  makeRoomByForce(state);
  expect([...state.entries.keys()]).toEqual([]);
  await first;
  await expect(second).rejects.toMatchObject({ failure: { code: "BUSY" } });
});
