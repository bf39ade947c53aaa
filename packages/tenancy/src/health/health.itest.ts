import { backups, factories, jobs, jobSchedules, outboxMarks } from "@storehouse/db/central";
import { eq, sql } from "@storehouse/db";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTenancy, type Tenancy } from "../create-tenancy.ts";
import { parseKeys } from "../keys.ts";
import { acquireLease } from "../lease.ts";
import { provisionFactory } from "../provision/provision-factory.ts";
import { createScratchInstallation, type ScratchInstallation } from "../provision/scratch-installation.ts";
import { probeServers } from "./probe-servers.ts";
import { readServiceFigures } from "./service-figures.ts";

let here: ScratchInstallation;
let tenancy: Tenancy;
const ids: string[] = [];

beforeAll(async () => {
  here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
  for (const name of ["one", "two"]) {
    const id = await here.request(name);
    await provisionFactory(here.provisioner, id);
    ids.push(id);
  }
  tenancy = await createTenancy({ centralUrl: here.webUrl, keys: parseKeys(here.keys), budget: 10 });
});
afterAll(async () => {
  await tenancy.close();
  await here.drop();
});

test("every server is asked once; one that is away is counted and keeps nobody waiting", async () => {
  expect(await probeServers(tenancy)).toEqual({ central: true, servers: 1, serversUp: 1 });
  await tenancy.central
    .update(factories)
    .set({ host: "127.0.0.1", port: 1 })
    .where(eq(factories.id, ids[1] ?? ""));
  tenancy.closeFactory(ids[1] ?? "");
  const started = Date.now();
  expect(await probeServers(tenancy)).toEqual({ central: true, servers: 2, serversUp: 1 });
  expect(Date.now() - started).toBeLessThan(4_500);
  const { host, port } = here.server;
  await tenancy.central
    .update(factories)
    .set({ host, port })
    .where(eq(factories.id, ids[1] ?? ""));
  tenancy.closeFactory(ids[1] ?? "");
});

test("without the central database it says so", async () => {
  const shut = await createTenancy({ centralUrl: here.webUrl, keys: parseKeys(here.keys), budget: 1 });
  await shut.close();
  expect(await probeServers(shut)).toEqual({ central: false, servers: 0, serversUp: 0 });
});

test("the figures say how jobs, backups and outboxes stand, and name no factory", async () => {
  const { central } = tenancy;
  const hoursAgo = (hours: number) => sql`utc_timestamp(3) - interval ${hours} hour`;
  await central.update(factories).set({ createdAt: hoursAgo(30) });
  const verified = {
    id: randomUUID(),
    subject: ids[0] ?? "",
    state: "VERIFIED",
    requestedAt: hoursAgo(3),
    startedAt: hoursAgo(3),
    verifiedAt: hoursAgo(2),
  };
  await central.insert(backups).values(verified);
  // What an old backup holds grows no younger by being checked again.
  const again = { id: randomUUID(), subject: ids[1] ?? "", state: "VERIFIED", requestedAt: hoursAgo(30) };
  await central.insert(backups).values({ ...again, startedAt: hoursAgo(30), verifiedAt: hoursAgo(1) });
  const failed = { id: randomUUID(), subject: ids[1] ?? "", state: "FAILED", requestedAt: hoursAgo(3) };
  await central.insert(backups).values(failed);
  await central.insert(jobSchedules).values({
    name: "count",
    cron: "* * * * *",
    succeededAt: hoursAgo(1),
    failedInARow: 2,
    runs: 9,
    failures: 3,
    ms: 1_500,
  });
  const job = { id: randomUUID(), kind: "keys.rotate", payload: {}, state: "FAILED", requestedBy: "olga" };
  await central.insert(jobs).values({ ...job, runAt: hoursAgo(1), createdAt: hoursAgo(1) });
  await central.delete(outboxMarks);
  await central.insert(outboxMarks).values({ factoryId: ids[0] ?? "", kind: "email", dueAt: hoursAgo(1), mark: 1 });
  await acquireLease(central, "worker:here", 60_000);

  const figures = await readServiceFigures(central);
  expect(figures).toMatchObject({
    factories: { READY: 2 },
    quarantined: 0,
    workers: 1,
    requestedJobs: { FAILED: 1 },
    backups: { stale: 1, failedLastDay: 1 },
    jobs: [{ name: "count", failedInARow: 2, runs: 9, failures: 3, seconds: 1.5, isPaused: false }],
    outboxes: [{ kind: "email", due: 1 }],
  });
  expect(figures.backups.worstAgeSeconds).toBeGreaterThan(29 * 3_600);
  expect(figures.backups.worstAgeSeconds).toBeLessThan(31 * 3_600);
  expect(figures.jobs[0]?.successAgeSeconds).toBeGreaterThanOrEqual(3_600);
  expect(figures.outboxes[0]?.oldestSeconds).toBeGreaterThanOrEqual(3_600);
  expect(JSON.stringify(figures)).not.toContain(here.prefix);
});
