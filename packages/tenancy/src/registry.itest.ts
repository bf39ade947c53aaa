import { identity } from "@storehouse/db/tenant";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { createBudget } from "./budget.ts";
import type { PoolTarget } from "./pool-state.ts";
import { createRegistry, type OpenTenant, type Registry, type RegistryOptions } from "./registry.ts";
import { createScratchFleet, type ScratchFleet } from "./scratch-fleet.ts";

const PATIENT = { timeout: 10_000 };
let fleet: ScratchFleet;
beforeAll(async () => {
  fleet = await createScratchFleet(process.env["TEST_DATABASE_URL"] ?? "", 6);
});
afterAll(() => fleet.drop());

function make(options: Partial<RegistryOptions> = {}): Registry {
  const registry = createRegistry({ budget: createBudget(100), ...options });
  onTestFinished(() => registry.close(100));
  return registry;
}

function target(index: number, changes: Partial<PoolTarget> = {}): PoolTarget {
  const found = fleet.targets[index];
  if (found === undefined) throw new Error("no such target");
  return { ...found, ...changes };
}

const whose = async ({ db }: OpenTenant) => (await db.select({ id: identity.factoryId }).from(identity))[0]?.id;
const poolOf = (registry: Registry, index: number) =>
  registry.stats().pools.find(({ factoryId }) => factoryId === target(index).factoryId);

test("many who ask at once share one opening", async () => {
  const address = vi.fn<PoolTarget["address"]>(target(0).address);
  const registry = make();
  const opened = await Promise.all(Array.from({ length: 40 }, () => registry.open(target(0, { address }))));
  expect(address).toHaveBeenCalledTimes(1);
  expect(registry.stats()).toMatchObject({ size: 1, misses: 1, hits: 39, budget: { taken: 5 } });
  expect(poolOf(registry, 0)).toMatchObject({ users: 40, limit: 5, idle: 1 });
  for (const { release } of opened) release();
  expect(poolOf(registry, 0)).toMatchObject({ users: 0 });
});

test("letting go twice counts once", async () => {
  const registry = make();
  const [first, second] = await Promise.all([registry.open(target(0)), registry.open(target(0))]);
  first.release();
  first.release();
  expect(poolOf(registry, 0)).toMatchObject({ users: 1 });
  second.release();
});

test("beyond its size the cache closes the pool used least recently, never one in use", async () => {
  const registry = make({ poolsMax: 2 });
  const inUse = await registry.open(target(0));
  (await registry.open(target(1))).release();
  (await registry.open(target(2))).release();
  expect(registry.stats()).toMatchObject({ size: 2, evictions: 1 });
  expect(poolOf(registry, 1)).toBeUndefined();
  expect(await whose(inUse)).toBe(target(0).factoryId);

  const alsoInUse = [await registry.open(target(2)), await registry.open(target(3))];
  expect(registry.stats().size).toBe(3);
  inUse.release();
  expect(registry.stats()).toMatchObject({ size: 2, evictions: 2 });
  for (const one of alsoInUse) one.release();
});

test("room in the budget is made by closing idle pools; without any, those who wait get BUSY in two seconds", async () => {
  const registry = make({ budget: createBudget(10, 600) });
  const [a, b] = [await registry.open(target(0)), await registry.open(target(1))];
  const holders = [a, b];
  const started = Date.now();
  await expect(registry.open(target(2))).rejects.toMatchObject({ failure: { code: "BUSY", retryAfterSeconds: 1 } });
  expect(Date.now() - started).toBeLessThan(1_900);
  expect(registry.stats()).toMatchObject({ size: 2, budget: { taken: 10, waiting: 0, wanted: 0 } });

  const waiting = registry.open(target(3));
  await sleep(50);
  a.release();
  holders.push(await waiting);
  expect(poolOf(registry, 0)).toBeUndefined();
  expect(registry.stats().budget.taken).toBe(10);
  for (const one of holders) one.release();
});

test("a pool that is never idle gives way to those who wait, and its factory stands in line again", async () => {
  const registry = make({ budget: createBudget(5) });
  let isOver = false;
  let turns = 0;
  async function neverIdle(): Promise<void> {
    while (!isOver) {
      const mine = await registry.open(target(0));
      await whose(mine);
      await sleep(5);
      mine.release();
      turns += 1;
    }
  }
  const storm = Promise.all(Array.from({ length: 8 }, neverIdle));
  await sleep(100);
  const other = await registry.open(target(1));
  expect(await whose(other)).toBe(target(1).factoryId);
  other.release();
  const before = turns;
  await sleep(300);
  isOver = true;
  await storm;
  expect(turns).toBeGreaterThan(before);
});

test("a new limit is applied to the live pool and to the budget", async () => {
  const registry = make({ budget: createBudget(20) });
  const mine = await registry.open(target(0));
  registry.resize(target(0).factoryId, 12);
  expect(poolOf(registry, 0)).toMatchObject({ limit: 12 });
  expect(registry.stats().budget.taken).toBe(12);
  registry.resize(target(0).factoryId, 6);
  expect(registry.stats().budget.taken).toBe(6);

  // More than there is: held to the budget's size; what others hold is not taken from them.
  registry.resize(target(0).factoryId, 100);
  expect(poolOf(registry, 0)).toMatchObject({ limit: 20 });
  registry.resize(target(0).factoryId, 15);
  const other = await registry.open(target(1));
  registry.resize(target(0).factoryId, 20);
  expect(poolOf(registry, 0)).toMatchObject({ limit: 15 });
  other.release();
  mine.release();
  expect((await registry.open(target(0, { limit: 7 }))).release()).toBeUndefined();
  expect(poolOf(registry, 0)).toMatchObject({ limit: 7 });
});

test("a pool nobody uses is closed after a while and its share given back", async () => {
  const registry = make({ idleMs: 200 });
  (await registry.open(target(0))).release();
  const busy = await registry.open(target(1));
  await expect.poll(() => registry.stats().budget.taken, PATIENT).toBe(5);
  expect(registry.stats()).toMatchObject({ size: 1, evictions: 0 });
  expect(await whose(busy)).toBe(target(1).factoryId);
  busy.release();
});

test("a database that is somebody else's is refused, told, and not kept", async () => {
  const onStranger = vi.fn<NonNullable<RegistryOptions["onStranger"]>>();
  const registry = make({ onStranger });
  const wrong = target(0, { factoryId: target(1).factoryId });
  await expect(registry.open(wrong)).rejects.toMatchObject({ failure: { code: "UNAVAILABLE" } });
  expect(onStranger).toHaveBeenCalledExactlyOnceWith(wrong);
  await expect.poll(() => registry.stats(), PATIENT).toMatchObject({ size: 0, budget: { taken: 0 } });
  const right = await registry.open(target(1));
  expect(await whose(right)).toBe(target(1).factoryId);
  right.release();
});

test("an opening that fails leaves nothing behind, and the next try starts afresh", async () => {
  const registry = make();
  const broken = target(0, { address: () => ({ ...target(0).address(), password: "wrong" }) });
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => registry.open(broken)));
  for (const one of tries) expect(one).toMatchObject({ reason: { failure: { code: "UNAVAILABLE" } } });
  await expect.poll(() => registry.stats(), PATIENT).toMatchObject({ size: 0, budget: { taken: 0, waiting: 0 } });
  const mine = await registry.open(target(0));
  expect(await whose(mine)).toBe(target(0).factoryId);
  mine.release();
});

test("a new password opens a new pool; the old one goes when its users are done; an old record does not bring it back", async () => {
  const registry = make();
  const old = await registry.open(target(0));
  const next = await registry.open(target(0, { credentialVersion: 2 }));
  expect(registry.stats()).toMatchObject({ size: 1, misses: 2, budget: { taken: 10 } });
  expect(await whose(old)).toBe(target(0).factoryId);
  old.release();
  await expect.poll(() => registry.stats().budget.taken, PATIENT).toBe(5);
  (await registry.open(target(0))).release();
  expect(registry.stats()).toMatchObject({ size: 1, misses: 2, hits: 1 });
  next.release();
});

test("a retired factory's pool closes when its users are done", async () => {
  const registry = make();
  const mine = await registry.open(target(0));
  registry.retire(target(0).factoryId);
  expect(registry.stats().size).toBe(0);
  expect(await whose(mine)).toBe(target(0).factoryId);
  mine.release();
  await expect.poll(() => registry.stats().budget.taken, PATIENT).toBe(0);
  await expect(mine.db.select().from(identity)).rejects.toMatchObject({ cause: { failure: { code: "UNAVAILABLE" } } });
});

test("closing waits for those inside, lets nobody in, and does not wait for ever", async () => {
  const registry = make();
  const [quick, stuck] = [await registry.open(target(0)), await registry.open(target(1))];
  setTimeout(() => quick.release(), 100);
  const started = Date.now();
  const closing = registry.close(400);
  await expect(registry.open(target(2))).rejects.toMatchObject({ failure: { code: "UNAVAILABLE" } });
  expect(await whose(quick)).toBe(target(0).factoryId);
  await closing;
  expect(Date.now() - started).toBeGreaterThanOrEqual(390);
  await expect(whose(stuck)).rejects.toMatchObject({ cause: { failure: { code: "UNAVAILABLE" } } });
});
