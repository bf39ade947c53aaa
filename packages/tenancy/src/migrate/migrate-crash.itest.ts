import { eq } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { locations } from "@storehouse/db/tenant";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { v7 } from "uuid";
import { createTenancy, type Tenancy } from "../create-tenancy.ts";
import { parseKeys } from "../keys.ts";
import { quoteName } from "../provision/grants.ts";
import { provisionFactory } from "../provision/provision-factory.ts";
import { createScratchInstallation, type ScratchInstallation } from "../provision/scratch-installation.ts";
import { killCases, runAndDie } from "../run-and-die.fixture.ts";
import { laterSchema } from "./later-schema.fixture.ts";
import { migrateFleet } from "./migrate-fleet.ts";

/** One statement of each form that a migration may hold; the last leaves rows, and may be run again. */
const FORMS = [
  "CREATE TABLE `drill_#` (`id` int NOT NULL, `old` int, `gone` int, CONSTRAINT `drill_#_id` PRIMARY KEY(`id`))",
  "ALTER TABLE `settings` ADD `drill_#` int",
  "CREATE INDEX `drill_#_gone_ix` ON `drill_#` (`gone`)",
  "ALTER TABLE `drill_#` ADD CONSTRAINT `drill_#_id_ck` CHECK(`id` < 1000)",
  "ALTER TABLE `drill_#` RENAME COLUMN `old` TO `new`",
  "DROP INDEX `drill_#_gone_ix` ON `drill_#`",
  "ALTER TABLE `drill_#` DROP COLUMN `gone`",
  "INSERT INTO `drill_#` (`id`, `new`) VALUES (1, 7) ON DUPLICATE KEY UPDATE `new` = VALUES(`new`)",
];
const stepsOf = (turn: number): readonly string[] => FORMS.map((form) => form.replaceAll("#", String(turn)));
const at = (side: "before" | "after"): readonly string[] => FORMS.map((_, index) => `${side} step ${index + 1}`);
/** With KILLS=20 before and after each step, and then at moments drawn by lot; else where a step is done and nothing says so. */
const CASES = killCases(
  process.env["KILLS"],
  [...at("after"), ...at("before")],
  ["after step 1", "after step 5", "after step 7"],
);

let here: ScratchInstallation;
let tenancy: Tenancy;
let dbName: string;
let turn = 0;
let longestMs = 0;

beforeAll(async () => {
  here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
  await here.admin.run("set session wait_timeout = 28800");
  await provisionFactory(here.provisioner, await here.request("works"));
  dbName = `${here.prefix}works`;
  tenancy = await createTenancy({ centralUrl: here.webUrl, keys: parseKeys(here.keys), budget: 4 });
});
afterAll(async () => {
  await tenancy.close(0);
  await here.drop();
});

test.each(CASES)(
  "killed %s, a migration is gone on with, each step is done once, and people work meanwhile",
  async (point) => {
    turn += 1;
    const schema = laterSchema(turn, stepsOf(turn));
    await migrateAndDie(point);
    await readAndBook();

    await here.admin.run(
      `update ${quoteName(here.centralName)}.leases set expires_at = utc_timestamp(3) - interval 1 second`,
    );
    // What the server was told to do by the one that was killed, it does first.
    for (let tries = 0; tries < 50 && (await versionOf()) < schema.version; tries += 1) {
      await migrateFleet(here.provisioner, { schema });
      if ((await versionOf()) < schema.version) await sleep(100);
    }
    const [factory] = await here.provisioner.central.select().from(factories).where(eq(factories.dbName, dbName));
    expect(factory).toMatchObject({ state: "READY", schemaVersion: schema.version, quarantineReason: null });
    const done = await here.admin.rows<{ id: string }>(
      `select id from ${quoteName(dbName)}.schema_migrations where id like '${9000 + turn}_later%'`,
    );
    expect(done).toHaveLength(FORMS.length);
    expect(await columnsOf(`drill_${turn}`)).toEqual(["id", "new"]);
    expect(await columnsOf("settings")).toContain(`drill_${turn}`);
    expect(await here.admin.rows(`select id, new from ${quoteName(dbName)}.drill_${turn}`)).toEqual([
      { id: 1, new: 7 },
    ]);
    await readAndBook();
    expect([await here.listDatabases(), await here.listUsers()].map((names) => names.length)).toEqual([1, 1]);
  },
);

/** Brings the fleet up in a process of its own that is killed there. */
async function migrateAndDie(wanted: string): Promise<void> {
  const code = `
    import { parseKeys } from "${new URL("../keys.ts", import.meta.url).href}";
    import { openProvisioner } from "${new URL("../provision/open-provisioner.ts", import.meta.url).href}";
    import { laterSchema } from "${new URL("./later-schema.fixture.ts", import.meta.url).href}";
    import { migrateFleet } from "${new URL("./migrate-fleet.ts", import.meta.url).href}";
    const provisioner = tapped(openProvisioner({ url: wish.url, keys: parseKeys(wish.keys) }));
    await migrateFleet(provisioner, { schema: laterSchema(wish.turn, wish.statements) });
    await provisioner.close();`;
  const statements = stepsOf(turn);
  const wish = { url: here.provisionerUrl, keys: here.keys, turn, statements };
  const [side, step] = wanted.split(" step ");
  const isMoment = step === undefined;
  const point = isMoment ? { withinMs: longestMs } : `${side} ${statements[Number(step) - 1]}`;
  const died = await runAndDie({ code, wish, folder: import.meta.dirname }, point);
  if (!isMoment) longestMs = Math.max(longestMs, died.ms);
  // One killed at a moment may have been done before.
  expect(isMoment ? "SIGKILL" : died.signal).toBe("SIGKILL");
}

/** The factory's people, by its own account. */
async function readAndBook(): Promise<void> {
  const record = await tenancy.findFactory(dbName);
  if (record === undefined) throw new Error("The factory is gone.");
  const { db, release } = await tenancy.openTenant(record);
  try {
    const place = { id: v7(), name: v7(), type: "WAREHOUSE", createdAt: new Date(), updatedAt: new Date() } as const;
    await db.insert(locations).values(place);
    const found = await db.select({ name: locations.name }).from(locations).where(eq(locations.id, place.id));
    expect(found).toEqual([{ name: place.name }]);
  } finally {
    release();
  }
}

async function versionOf(): Promise<number> {
  const [row] = await here.provisioner.central
    .select({ version: factories.schemaVersion })
    .from(factories)
    .where(eq(factories.dbName, dbName));
  return row?.version ?? 0;
}

async function columnsOf(table: string): Promise<readonly string[]> {
  const rows = await here.admin.rows<{ name: string }>(
    "select column_name as name from information_schema.columns where table_schema = ? and table_name = ? order by ordinal_position",
    [dbName, table],
  );
  return rows.map(({ name }) => name);
}
