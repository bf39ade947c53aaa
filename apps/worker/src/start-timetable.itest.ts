import { createTenancy, parseKeys, type Tenancy } from "@storehouse/tenancy";
import { acquireLease, type Lease } from "@storehouse/tenancy/fleet";
import {
  askForRun,
  beginRun,
  endRun,
  enlistJobs,
  listRuns,
  listSchedules,
  pauseSchedule,
  resumeSchedule,
} from "@storehouse/tenancy/job";
import { createScratchInstallation, type ScratchInstallation } from "@storehouse/tenancy/scratch-installation";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { pino } from "pino";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Job } from "./job.ts";
import { type Clock, startTimetable } from "./start-timetable.ts";

const END = { isFailed: false, counts: { done: 1 }, error: null, failures: [], ms: 5, nextRunAt: null };
let here: ScratchInstallation;
let tenancy: Tenancy;

beforeAll(async () => {
  here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
  tenancy = await createTenancy({ centralUrl: here.webUrl, keys: parseKeys(here.keys), budget: 4 });
});
afterAll(async () => {
  await tenancy.close();
  await here.drop();
});

/** A clock that strikes when the test says so. */
function makeClock(): { clock: Clock; strike: (slot: Date) => Promise<unknown> } {
  const turns: ((slot: Date) => Promise<void>)[] = [];
  return {
    clock: ({ run }) => {
      turns.push(run);
      return { next: () => new Date("2030-01-01T00:00:00Z"), stop: () => undefined };
    },
    strike: (slot) => Promise.all(turns.map((run) => run(slot))),
  };
}

function start(job: Job, lease: Lease | undefined): (slot: Date) => Promise<unknown> {
  const { clock, strike } = makeClock();
  const context = { tenancy, provisioner: here.provisioner, log: pino({ level: "silent" }) };
  const running = startTimetable({ timetable: [["* * * * *", job]], leader: { held: () => lease }, context, clock });
  onTestFinished(() => running.stop());
  return strike;
}

async function take(name: string): Promise<Lease> {
  const lease = await acquireLease(tenancy.central, name, 60_000);
  if (lease === undefined) throw new Error("The lease is held.");
  return lease;
}

const endLease = (name: string): Promise<void> =>
  here.admin.run(
    `update ${here.centralName}.leases set expires_at = utc_timestamp(3) - interval 1 second where name = ?`,
    [name],
  );

const rowOf = async (name: string) => (await listSchedules(tenancy.central)).find((row) => row.name === name);

test("ten who all take themselves for the leader run each slot once; those who do not lead run none", async () => {
  let runs = 0;
  const job: Job = { name: "count", run: () => Promise.resolve({ done: (runs += 1) }) };
  const lease = await take("ten");
  const strikes = Array.from({ length: 10 }, () => start(job, lease));
  strikes.push(start(job, undefined), start(job, { ...lease, token: lease.token - 1 }));
  for (const minute of [1, 2, 3]) {
    const slot = new Date(Date.UTC(2026, 0, 1, 0, minute));
    await Promise.all(strikes.map((strike) => strike(slot)));
  }
  expect(runs).toBe(3);
  expect(await rowOf("count")).toMatchObject({ runs: 3, failures: 0, isRunning: false, cron: "* * * * *" });
  expect(await listRuns(tenancy.central, "count")).toHaveLength(3);
});

test("a run that fails is written down with the factories it failed in, and the next one clears it", async () => {
  let isBroken = true;
  let done = 0;
  const job: Job = {
    name: "breaks",
    run: ({ onFailure }) => {
      onFailure("steel_works", new Error("no room"), "a factory was left out");
      return isBroken ? Promise.reject(new Error("no luck")) : Promise.resolve({ done });
    },
  };
  const strike = start(job, await take("fails"));
  await strike(new Date(Date.UTC(2026, 0, 1)));
  await strike(new Date(Date.UTC(2026, 0, 2)));
  expect(await rowOf("breaks")).toMatchObject({ isFailed: true, failedInARow: 2, error: "no luck", succeededAt: null });
  isBroken = false;
  // It came to nothing in every factory: that it ended by itself makes it no success.
  await strike(new Date(Date.UTC(2026, 0, 3)));
  expect(await rowOf("breaks")).toMatchObject({ isFailed: true, failedInARow: 3, error: "no room", succeededAt: null });
  done = 1;
  await strike(new Date(Date.UTC(2026, 0, 4)));
  expect(await rowOf("breaks")).toMatchObject({ isFailed: false, failedInARow: 0, failures: 3, runs: 4, error: null });
  const runs = await listRuns(tenancy.central, "breaks");
  expect(runs).toHaveLength(4);
  expect(runs.filter(({ isFailed }) => isFailed)).toHaveLength(3);
  expect(runs[0]?.failures).toEqual([{ factory: "steel_works", error: "no room" }]);
});

test("only so many runs are kept, and those that found nothing to do are not kept at all", async () => {
  const lease = await take("kept");
  await enlistJobs(tenancy.central, lease, [{ name: "often", cron: "* * * * * *", nextRunAt: null }]);
  for (let index = 1; index <= 53; index += 1) {
    expect(await beginRun(tenancy.central, lease, { name: "often", slot: new Date(index * 1_000) })).toBe(true);
    await endRun(tenancy.central, lease, "often", { ...END, counts: { done: index === 53 ? 0 : 1 } });
  }
  const runs = await listRuns(tenancy.central, "often");
  expect(runs.length).toBeLessThanOrEqual(50);
  expect(runs.length).toBeGreaterThan(40);
  expect(await rowOf("often")).toMatchObject({ runs: 53 });
});

test("somebody may ask for a run, and let a job rest", async () => {
  let runs = 0;
  const job: Job = { name: "asked", run: () => Promise.resolve({ done: (runs += 1) }) };
  const strike = start(job, await take("asked"));
  await strike(new Date(Date.UTC(2026, 0, 1)));
  await askForRun(tenancy.central, "asked", "olga");
  await expect.poll(() => runs, { timeout: 5_000 }).toBe(2);
  await pauseSchedule(tenancy.central, "asked", "olga");
  await strike(new Date(Date.UTC(2099, 0, 1)));
  expect(runs).toBe(2);
  await resumeSchedule(tenancy.central, "asked", "olga");
  await expect.poll(() => runs, { timeout: 5_000 }).toBe(3);
  await expect(askForRun(tenancy.central, "no-such-job", "olga")).rejects.toThrow("NOT_FOUND");
});

test("a leader that slept through its lease begins nothing and writes nothing when it wakes", async () => {
  const sleeper = startSleeper("sleepy");
  await sleeper.asleep;
  await endLease("sleepy");
  const next = await take("sleepy");
  await enlistJobs(tenancy.central, next, [{ name: "sleepy", cron: "* * * * *", nextRunAt: null }]);
  const [left] = await listRuns(tenancy.central, "sleepy");
  expect(left).toMatchObject({ isFailed: true, error: "The worker was stopped in the middle." });
  expect(await beginRun(tenancy.central, next, { name: "sleepy", slot: new Date(Date.UTC(2026, 0, 2)) })).toBe(true);

  expect(JSON.parse(await sleeper.wake())).toEqual({ ended: false, begun: false });
  expect(await rowOf("sleepy")).toMatchObject({ isRunning: true, runs: 0 });
  expect(await endRun(tenancy.central, next, "sleepy", END)).toBe(true);
  expect(await rowOf("sleepy")).toMatchObject({ isRunning: false, runs: 1 });
});

/** A leader that is stopped in its tracks in the middle of a run. */
function startSleeper(name: string): { asleep: Promise<unknown>; wake: () => Promise<string> } {
  const code = `
    import { openCentral } from "${import.meta.resolve("@storehouse/tenancy")}";
    import { acquireLease } from "${import.meta.resolve("@storehouse/tenancy/fleet")}";
    import { beginRun, endRun, enlistJobs } from "${import.meta.resolve("@storehouse/tenancy/job")}";
    const [url, name] = process.argv.slice(1);
    const { db } = openCentral(url);
    const lease = await acquireLease(db, name, 60_000);
    await enlistJobs(db, lease, [{ name, cron: "* * * * *", nextRunAt: null }]);
    await beginRun(db, lease, { name, slot: new Date(Date.UTC(2026, 0, 1)) });
    process.stderr.write("asleep");
    process.kill(process.pid, "SIGSTOP");
    const ended = await endRun(db, lease, name, ${JSON.stringify(END)});
    const begun = await beginRun(db, lease, { name, slot: new Date(Date.UTC(2027, 0, 1)) });
    process.stdout.write(JSON.stringify({ ended, begun }), () => process.exit(0));`;
  const args = ["--input-type=module", "-e", code, here.webUrl, name];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  return {
    asleep: once(child.stderr, "data"),
    wake: async () => {
      child.kill("SIGCONT");
      await once(child, "close");
      return said;
    },
  };
}
