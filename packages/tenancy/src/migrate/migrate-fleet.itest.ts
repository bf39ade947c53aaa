import { eq } from "@storehouse/db";
import { factories, jobSchedules } from "@storehouse/db/central";
import { afterAll, beforeAll, expect, test } from "vitest";
import { quoteName } from "../provision/grants.ts";
import { provisionFactory } from "../provision/provision-factory.ts";
import { createScratchInstallation, type ScratchInstallation } from "../provision/scratch-installation.ts";
import { pauseSchedule, resumeSchedule } from "../job/steer-schedule.ts";
import { runAndDie } from "../run-and-die.fixture.ts";
import { laterSchema } from "./later-schema.fixture.ts";
import { listStale } from "./list-stale.ts";
import { MIGRATION_JOB } from "@storehouse/domain";
import { migrateFleet } from "./migrate-fleet.ts";

/** 300 of them by hand; a few tell as much about each rule. */
const FLEET_SIZE = Number(process.env["FLEET_SIZE"] ?? 12);
const AT_ONCE = 4;
let here: ScratchInstallation;

beforeAll(async () => {
  here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
  // A session is ended when it is silent for two minutes, and a large fleet takes longer.
  await here.admin.run("set session wait_timeout = 28800");
  const make = async (index: number): Promise<unknown> =>
    provisionFactory(here.provisioner, await here.request(nameOf(index)));
  for (let index = 0; index < FLEET_SIZE; index += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, FLEET_SIZE - index) }, (_, offset) => index + offset + 1);
    await Promise.all(some.map(make));
  }
}, FLEET_SIZE * 3_000);
afterAll(() => here.drop());

test("a fleet that is current is left alone, and one query finds that out", async () => {
  expect(await migrateFleet(here.provisioner)).toEqual({ total: 0, done: [], isStopped: false, isPaused: false });
});

test("one that fails is put aside, the others go on, and the repaired one resumes at the failed step", async () => {
  const schema = laterSchema(1, [
    "ALTER TABLE `settings` ADD `added_one` int",
    "ALTER TABLE `suppliers` ADD CONSTRAINT `suppliers_phone_uq` UNIQUE(`phone`)",
    "ALTER TABLE `settings` ADD `added_two` int",
  ]);
  await twoSuppliersWithOnePhone(nameOf(7));

  const first = await migrateFleet(here.provisioner, { schema });
  expect(first.isStopped).toBe(false);
  const bad = first.done.filter(({ outcome }) => outcome === "quarantined");
  expect(bad.map(({ factory }) => factory.dbName)).toEqual([fullName(7)]);
  expect(await versions()).toEqual({ [schema.version]: FLEET_SIZE - 1, [schema.version - 1]: 1 });
  expect(await quarantineOf(7)).toMatch(/^9001_later#02 failed: ALTER TABLE `suppliers`.*1062\)$/);
  expect(await migrateFleet(here.provisioner, { schema })).toMatchObject({ total: 0 });

  await here.admin.run(`delete from ${quoteName(fullName(7))}.suppliers`);
  const steps: string[] = [];
  const onStep = ({ id }: { id: string }): number => steps.push(id);
  const repaired = await migrateFleet(here.provisioner, { schema, onStep, scope: { isQuarantined: true } });
  expect(repaired.done.map(({ outcome }) => outcome)).toEqual(["migrated"]);
  expect(steps).toEqual(["9001_later#02", "9001_later#03"]);
  expect(await quarantineOf(7)).toBeNull();
  expect(await versions()).toEqual({ [schema.version]: FLEET_SIZE });
});

test("somebody may stop it in the middle, and it goes on where it was when it is resumed", async () => {
  const { central } = here.provisioner;
  await central.insert(jobSchedules).values({ name: MIGRATION_JOB, cron: "* * * * *" });
  const schema = laterSchema(2, ["ALTER TABLE `settings` ADD `added_four` int"]);
  const onMigrated = (): void => void pauseSchedule(central, MIGRATION_JOB, "olga");
  const paused = await migrateFleet(here.provisioner, { schema, onMigrated, concurrency: 1 });
  expect(paused).toMatchObject({ isPaused: true, isStopped: false, total: FLEET_SIZE });
  expect(paused.done.length).toBeLessThan(FLEET_SIZE / 2);
  expect((await migrateFleet(here.provisioner, { schema })).done).toEqual([]);
  const named = await migrateFleet(here.provisioner, { schema, scope: { dbName: fullName(9) } });
  expect(named.done.map(({ outcome }) => outcome)).toEqual(["migrated"]);
  await resumeSchedule(central, MIGRATION_JOB, "olga");
  await migrateFleet(here.provisioner, { schema });
  expect(await versions()).toEqual({ [schema.version]: FLEET_SIZE });
});

test("a migration that can't work stops at the first factory", async () => {
  const schema = laterSchema(3, ["ALTER TABLE `nowhere` ADD `column` int"]);
  const stopped = await migrateFleet(here.provisioner, { schema });
  expect(stopped).toMatchObject({ total: FLEET_SIZE, isStopped: true });
  expect(stopped.done).toHaveLength(1);
  // The next turn of the timetable takes no further one down: it rests until somebody has looked.
  expect(await migrateFleet(here.provisioner, { schema })).toMatchObject({ done: [], isPaused: true });
  const [row] = await here.provisioner.central.select().from(jobSchedules);
  expect(row).toMatchObject({ pausedBy: "too many failed" });
  await resumeSchedule(here.provisioner.central, MIGRATION_JOB, "olga");
  await here.provisioner.central.update(factories).set({ quarantineReason: null });
});

test("put aside by a release that was taken back, a factory that is asked for by name is open again", async () => {
  const { central } = here.provisioner;
  const isIt = eq(factories.dbName, fullName(4));
  const reasonOf = async () => (await central.select().from(factories).where(isIt))[0]?.quarantineReason;
  await central.update(factories).set({ quarantineReason: "step 1 of the next release" }).where(isIt);
  // For the release that put it aside it is not up to date yet.
  const next = laterSchema(3, ["ALTER TABLE `nowhere` ADD `column` int"]);
  await migrateFleet(here.provisioner, { schema: next, scope: { dbName: fullName(4) } });
  expect(await reasonOf()).toContain("nowhere");
  await migrateFleet(here.provisioner, { schema: laterSchema(2, []), scope: { dbName: fullName(4) } });
  expect(await reasonOf()).toBeNull();
});

test.each([
  ["the server has no room for another connection", { errno: 1040, code: "ER_CON_COUNT_ERROR" }],
  ["the server refuses connections", { code: "ECONNREFUSED" }],
  ["two transactions were in each other's way", { errno: 1213, code: "ER_LOCK_DEADLOCK" }],
])("%s: no factory is put aside for that, and the next round goes on", async (_, driver) => {
  const schema = laterSchema(3, []);
  const openSession = () => Promise.reject(Object.assign(new Error("passing"), driver));
  const { done, isStopped } = await migrateFleet({ ...here.provisioner, openSession }, { schema });
  expect(isStopped).toBe(false);
  expect(done.map(({ outcome }) => outcome)).toEqual(Array(FLEET_SIZE).fill("waiting"));
  expect(await listStale(here.provisioner.central, schema.version)).toHaveLength(FLEET_SIZE);
});

test("killed half-way and started twice at once, every factory runs every step once", async () => {
  const statements = [
    "ALTER TABLE `settings` ADD `added_three` int",
    "CREATE INDEX `settings_added_ix` ON `settings` (`added_three`)",
  ];
  const schema = laterSchema(3, statements);
  await migrateAndDie(statements, 13);
  const left = await listStale(here.provisioner.central, schema.version);
  expect(left.length).toBeGreaterThan(0);
  expect(left.length).toBeLessThan(FLEET_SIZE);

  await here.admin.run(
    `update ${quoteName(here.centralName)}.leases set expires_at = utc_timestamp(3) - interval 1 second`,
  );
  const both = await Promise.all([1, 2].map(() => migrateFleet(here.provisioner, { schema })));
  const outcomes = both.flatMap(({ done }) => done.map(({ outcome }) => outcome));
  expect(outcomes.filter((outcome) => outcome === "migrated")).toHaveLength(left.length);
  expect(new Set(outcomes)).toEqual(new Set(["migrated", "current"]));
  expect(await versions()).toEqual({ [schema.version]: FLEET_SIZE });
  for (let index = 1; index <= FLEET_SIZE; index += 1) expect(await stepsIn(index)).toBe(2);
});

/** Migrates in a process of its own that is killed when it begins the given step. */
async function migrateAndDie(statements: readonly string[], stepNumber: number): Promise<void> {
  const code = `
    import { parseKeys } from "${new URL("../keys.ts", import.meta.url).href}";
    import { openProvisioner } from "${new URL("../provision/open-provisioner.ts", import.meta.url).href}";
    import { laterSchema } from "${new URL("./later-schema.fixture.ts", import.meta.url).href}";
    import { migrateFleet } from "${new URL("./migrate-fleet.ts", import.meta.url).href}";
    const provisioner = openProvisioner({ url: wish.url, keys: parseKeys(wish.keys) });
    await migrateFleet(provisioner, { schema: laterSchema(3, wish.statements), onStep: ({ id }) => reach(id) });`;
  const wish = { url: here.provisionerUrl, keys: here.keys, statements };
  const { signal } = await runAndDie({ code, wish, folder: import.meta.dirname }, stepNumber);
  expect(signal).toBe("SIGKILL");
}

const nameOf = (index: number): string => `fleet_${index}`;
const fullName = (index: number): string => `${here.prefix}${nameOf(index)}`;

async function twoSuppliersWithOnePhone(name: string): Promise<void> {
  await here.admin.run(
    `insert into ${quoteName(here.prefix + name)}.suppliers (id, name, phone, created_at, updated_at)
     values (x'01', 'A', '1', now(), now()), (x'02', 'B', '1', now(), now())`,
  );
}

async function versions(): Promise<Record<number, number>> {
  const rows = await here.provisioner.central.select({ version: factories.schemaVersion }).from(factories);
  return rows.reduce<Record<number, number>>(
    (all, { version }) => ({ ...all, [version]: (all[version] ?? 0) + 1 }),
    {},
  );
}

async function quarantineOf(index: number): Promise<string | null | undefined> {
  const [row] = await here.provisioner.central
    .select({ reason: factories.quarantineReason })
    .from(factories)
    .where(eq(factories.dbName, fullName(index)));
  return row?.reason;
}

async function stepsIn(index: number): Promise<number> {
  const rows = await here.admin.rows(
    `select id from ${quoteName(fullName(index))}.schema_migrations where id like '9003_later%'`,
  );
  return rows.length;
}
