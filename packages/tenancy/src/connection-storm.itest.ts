import { type DomainError } from "@storehouse/domain";
import { createConnection, type RowDataPacket } from "mysql2/promise";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createBudget, readServerBudget } from "./budget.ts";
import { openCentral } from "./central.ts";
import { createRegistry, type Registry } from "./registry.ts";
import { createScratchFleet, type ScratchFleet } from "./scratch-fleet.ts";

const PATIENT = { timeout: 10_000 };
const FACTORIES = 300;
const MAX_CONNECTIONS = 150;
const adminUrl = process.env["TEST_DATABASE_URL"] ?? "";
let fleet: ScratchFleet;
beforeAll(async () => {
  fleet = await createScratchFleet(adminUrl, FACTORIES);
});
afterAll(() => fleet.drop());

/** One request of a factory's: a few statements side by side, then done. */
async function touch(registry: Registry, index: number): Promise<string> {
  const target = fleet.targets[index];
  if (target === undefined) throw new Error("no such factory");
  const { db, release } = await registry.open(target);
  try {
    const seen = await Promise.all(
      Array.from({ length: 3 }, () => db.source.prepared<{ name: string }>("select database() as name", [])),
    );
    expect(seen.flat().map(({ name }) => name)).toEqual(Array.from({ length: 3 }, () => target.dbName));
    return "served";
  } finally {
    release();
  }
}

const outcomeOf = (outcome: PromiseSettledResult<string>): string =>
  outcome.status === "fulfilled"
    ? outcome.value
    : ((outcome.reason as Partial<DomainError>).failure?.code ?? String(outcome.reason));

test(`${FACTORIES} factories touched at once on a server with max_connections=${MAX_CONNECTIONS}: served, or told to come back`, async () => {
  const admin = await createConnection(adminUrl);
  const [[before]] = await admin.query<RowDataPacket[]>("select @@global.max_connections as connections");
  await admin.query(`set global max_connections = ${MAX_CONNECTIONS}`);
  const central = openCentral(adminUrl, 2);
  const registry = createRegistry({ budget: createBudget(await readServerBudget(central.db)) });
  let connectionsMax = 0;
  const watch = setInterval(() => {
    const { pools } = registry.stats();
    connectionsMax = Math.max(
      connectionsMax,
      pools.reduce((sum, { active, idle }) => sum + active + idle, 0),
    );
  }, 5);
  try {
    expect(registry.stats().budget.capacity).toBe(95);
    const started = Date.now();
    const outcomes = (await Promise.allSettled(fleet.targets.map((_, index) => touch(registry, index)))).map(outcomeOf);
    const served = outcomes.filter((outcome) => outcome === "served").length;
    console.log(
      `served ${served} of ${FACTORIES} in ${Date.now() - started} ms, ${connectionsMax} connections at most`,
    );
    expect(new Set(outcomes.filter((outcome) => outcome !== "served"))).toEqual(
      served === FACTORIES ? new Set() : new Set(["BUSY"]),
    );
    expect(Date.now() - started).toBeLessThan(10_000);
    expect(served).toBeGreaterThan(FACTORIES / 6);
    expect(connectionsMax).toBeLessThanOrEqual(95);

    // Those who were told to come back do, and one whom the storm did not concern is served all the while.
    const again = await Promise.allSettled(fleet.targets.slice(0, 40).map((_, index) => touch(registry, index)));
    expect(new Set(again.map(outcomeOf))).toEqual(new Set(["served"]));
    await expect.poll(() => registry.stats().budget.waiting, PATIENT).toBe(0);
  } finally {
    clearInterval(watch);
    await admin.query(`set global max_connections = ${Number(before?.["connections"])}`);
    await Promise.all([registry.close(1_000), central.close(), admin.end()]);
  }
  expect(registry.stats().budget.taken).toBe(0);
});
