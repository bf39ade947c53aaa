import { pino } from "pino";
import { readPrograms } from "@storehouse/backup";
import { backupDesk } from "@storehouse/backup/desk";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTenancy, parseDatabaseUrl, parseKeys, type Tenancy } from "@storehouse/tenancy";
import { provisionFactory } from "@storehouse/tenancy/provision";
import { createScratchInstallation, type ScratchInstallation } from "@storehouse/tenancy/scratch-installation";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Job } from "../job.ts";
import { runJob } from "../run-job.ts";
import { backUpAllBy, backUpRequestedBy } from "./back-up.ts";
import { cleanUpBackupsBy } from "./clean-up-backups.ts";
import { clearCrashedBackupsBy } from "./clear-crashed-backups.ts";
import { expireRateLimits } from "./expire-rate-limits.ts";
import { expireSessions } from "./expire-sessions.ts";
import { measureFactories } from "./measure-factories.ts";
import { migrateFactories } from "./migrate-factories.ts";
import { reapStuckRegistrations } from "./reap-stuck-registrations.ts";
import { resyncPools } from "./resync-pools.ts";
import { trimConsole } from "./trim-console.ts";
import { trimFeeds } from "./trim-feeds.ts";
import { verifyBackupsBy } from "./verify-backups.ts";

let here: ScratchInstallation;
let tenancy: Tenancy;
let factory: string;

beforeAll(async () => {
  here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
  await provisionFactory(here.provisioner, await here.request("works"));
  factory = `${here.prefix}works`;
  tenancy = await createTenancy({ centralUrl: here.webUrl, keys: parseKeys(here.keys), budget: 10 });
});
afterAll(async () => {
  await tenancy.close();
  await here.drop();
});

const run = (job: Job): ReturnType<Job["run"]> =>
  job.run({ tenancy, provisioner: here.provisioner, log: pino({ level: "silent" }), onFailure: () => undefined });

test("sessions that ended a month ago go, the others stay", async () => {
  const session = (id: string, ended: string): string =>
    `('${id}', left(unhex(sha2('${id}', 256)), 16), (select id from ${factory}.users), 'd', 'a', now(), now(), ${ended}, null)`;
  const rows = [
    session("old", "utc_timestamp() - interval 31 day"),
    session("recent", "utc_timestamp() - interval 1 day"),
    session("open", "utc_timestamp() + interval 1 day"),
  ];
  await here.admin.run(`insert into ${factory}.sessions values ${rows.join()}`);
  expect(await run(expireSessions)).toEqual({ removed: 1, failed: 0 });
  const left = await here.admin.rows<{ id: string }>(`select id from ${factory}.sessions order by id`);
  expect(left.map(({ id }) => id)).toEqual(["open", "recent"]);
});

test("changes of over an hour ago go, and a number is left out for those that nobody has read", async () => {
  const change = (number: string, minutes: number): string =>
    `(${number}, utc_timestamp(3) - interval ${minutes} minute, 'units', '{"ids":[]}')`;
  const rows = [change("1", 90), change("2", 70), change("3", 10), change("null", 61), change("null", 5)];
  await here.admin.run(`insert into ${factory}.feed (number, at, topic, detail) values ${rows.join()}`);
  await here.admin.run(`insert into ${factory}.feed_state values (1, 3)`);
  expect(await run(trimFeeds)).toEqual({ removed: 3, failed: 0 });
  const left = await here.admin.rows<{ number: number | null }>(`select number from ${factory}.feed order by id`);
  expect(left.map(({ number }) => number)).toEqual([3, null]);
  expect(await here.admin.rows(`select number from ${factory}.feed_state`)).toEqual([{ number: 4 }]);
});

test("counters of rate limits whose time is over go", async () => {
  const now = Date.now();
  await here.admin.run(
    `insert into ${here.centralName}.rate_limits values ('over', 1, ${now - 1000}), ('open', 1, ${now + 60_000}), ('forever', 1, null)`,
  );
  expect(await run(expireRateLimits)).toEqual({ removed: 1 });
});

test("a pool's limit follows the people who are active", async () => {
  const people = Array.from(
    { length: 9 },
    (_, index) =>
      `(left(unhex(sha2('p${index}', 256)), 16), 'p${index}', 'P', null, 'x', 'employee', ${index < 7 ? 1 : 0}, 0, null, 1, now(), now())`,
  );
  const columns =
    "id, username, name, email, password_hash, role, is_active, must_change_password, last_seen_at, version, created_at, updated_at";
  await here.admin.run(`insert into ${factory}.users (${columns}) values ${people.join()}`);
  expect(await run(resyncPools)).toEqual({ synced: 1, failed: 0 });
  const [row] = await here.admin.rows(
    `select user_count, max_connections from ${here.centralName}.factories where db_name = ?`,
    [factory],
  );
  expect(row).toEqual({ user_count: 8, max_connections: 10 });
});

test("what a master asks for is saved and restored to see, and each turn once for every factory", async () => {
  const folder = join(mkdtempSync(join(tmpdir(), "worker-backups-")), "db-backups");
  const centralAddress = parseDatabaseUrl(here.webUrl);
  const programs = readPrograms(process.env);
  const settings = { centralAddress, folder, programs };
  const record = await tenancy.findFactory(factory);
  const desk = backupDesk({ ...tenancy, folder }, { id: record?.id ?? "", dbName: record?.dbName ?? "" });
  await desk.request(randomUUID(), "Asha Rao");
  expect(await run(backUpRequestedBy(settings))).toEqual({ stored: 1, verified: 1, failed: 0 });
  expect(await desk.status()).toMatchObject({ isStale: false, underWay: null, lastFailure: null });
  expect((await desk.list({ limit: 5 })).rows).toMatchObject([{ state: "VERIFIED", requestedBy: "Asha Rao" }]);

  // Two workers, each of which takes itself for the leader.
  const both = await Promise.all([run(backUpAllBy(settings)), run(backUpAllBy(settings))]);
  expect(both.map(({ stored = 0 }) => stored).reduce((sum, stored) => sum + stored, 0)).toBe(2);
  expect(await run(backUpAllBy(settings))).toEqual({ stored: 0, verified: 0, failed: 0 });
  expect(await run(verifyBackupsBy(settings))).toEqual({ verified: 0, failed: 0 });
  expect(await run(clearCrashedBackupsBy(settings))).toMatchObject({ cleared: 0 });
  expect(await run(cleanUpBackupsBy(settings))).toEqual({ removed: 0, failed: 0 });
  rmSync(join(folder, ".."), { recursive: true });
});

test("with nothing to do, nothing is done", async () => {
  expect(await run(migrateFactories)).toEqual({ migrated: 0, quarantined: 0, waiting: 0 });
  expect(await run(reapStuckRegistrations)).toEqual({ reaped: 0, forgotten: 0 });
});

test("a job that throws is written down and does not take the worker with it", async () => {
  const lines: string[] = [];
  const log = pino({ level: "info" }, { write: (line: string) => void lines.push(line) });
  const broken: Job = { name: "broken", run: () => Promise.reject(new Error("no luck")) };
  expect(await runJob(broken, { tenancy, provisioner: here.provisioner, log })).toMatchObject({
    isFailed: true,
    error: "no luck",
  });
  expect(lines.join("")).toContain('"job":"broken"');
});

test("each factory's size is written down, again and again into the same row", async () => {
  const [record] = await here.admin.rows<{ id: string }>(
    `select lower(hex(id)) as id from ${here.prefix}central.factories where db_name = '${factory}'`,
  );
  for (let twice = 0; twice < 2; twice += 1) expect(await run(measureFactories)).toMatchObject({ measured: 1 });
  const sizes = await here.admin.rows<{ id: string; size: number }>(
    `select lower(hex(factory_id)) as id, size_bytes as size from ${here.prefix}central.factory_figures`,
  );
  expect(sizes).toEqual([{ id: record?.id, size: expect.any(Number) }]);
  expect(Number(sizes[0]?.size)).toBeGreaterThan(100_000);
});

test("old counts of calls and sessions of the console go, the others stay", async () => {
  const counts = (minutes: number): string =>
    `(unhex(repeat('0', 32)), utc_timestamp(3) - interval ${minutes} minute, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0)`;
  await here.admin.run(`insert into ${here.prefix}central.factory_calls values ${counts(26 * 60)}, ${counts(5)}`);
  const session = (name: string, days: number): string =>
    `(sha2('${name}', 256), left(unhex(sha2('${name}', 256)), 16), unhex(repeat('0', 32)), 1, 'd', 'a', now(), now(), utc_timestamp() - interval ${days} day, null)`;
  await here.admin.run(
    `insert into ${here.prefix}central.operator_sessions values ${session("a", 31)}, ${session("b", 29)}`,
  );
  expect(await run(trimConsole)).toEqual({ removed: 2 });
  expect(await run(trimConsole)).toEqual({ removed: 0 });
});
