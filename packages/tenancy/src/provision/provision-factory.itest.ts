import { bytesToUuid, findDriverError } from "@storehouse/db";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readMigrations } from "../migrate/migration-files.ts";
import { registrationOf } from "../registration/registration-of.ts";
import { requestFactory } from "../registration/request-factory.ts";
import { quoteName } from "./grants.ts";
import { openSession } from "./open-session.ts";
import { provisionFactory } from "./provision-factory.ts";
import { createScratchInstallation, requestOf, type ScratchInstallation } from "./scratch-installation.ts";

let here: ScratchInstallation;
beforeAll(async () => {
  here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
});
afterAll(() => here.drop());

test("a requested factory becomes a database with its first rows, a user of its own and no password kept", async () => {
  const dbName = `${here.prefix}happy_path`;
  const { factoryId, ticket, login } = await requestFactory(here.web.db, requestOf(dbName), here.server);
  expect(login).toBe(`asha@${dbName}`);
  expect(await registrationOf(here.web.db, ticket)).toEqual({ state: "REQUESTED", login, error: null });

  expect(await provisionFactory(here.provisioner, factoryId)).toEqual({ outcome: "ready" });

  expect(await registrationOf(here.web.db, ticket)).toEqual({ state: "READY", login, error: null });
  const [owner] = await here.admin.rows<{ id: Buffer }>(`select factory_id as id from ${quoteName(dbName)}.identity`);
  expect(owner && bytesToUuid(owner.id)).toBe(factoryId);
  expect(await counts(dbName)).toEqual({ settings: 1, units: 12, locations: 1, users: 1, audit_log: 1 });
  const [row] = await here.admin.rows(
    `select f.max_connections, f.user_count, f.schema_version, r.admin_password_hash, r.lease_holder from ${quoteName(here.centralName)}.factories f join ${quoteName(here.centralName)}.registrations r on r.factory_id = f.id where f.db_name = ?`,
    [dbName],
  );
  expect(row).toEqual({
    max_connections: 5,
    user_count: 1,
    schema_version: readMigrations("tenant").length,
    admin_password_hash: null,
    lease_holder: null,
  });
});

test("a second run on a factory that is ready does nothing", async () => {
  const factoryId = await here.request("twice");
  await provisionFactory(here.provisioner, factoryId);
  expect(await provisionFactory(here.provisioner, factoryId)).toEqual({ outcome: "busy" });
});

test("of 50 who ask for one name at once, one gets it and the others read which field is taken", async () => {
  const name = `${here.prefix}wanted`;
  const asked = await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) =>
      requestFactory(here.web.db, requestOf(name, `Wanted ${index} ${randomUUID()}`), here.server),
    ),
  );
  expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refused = asked.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  for (const reason of refused) expect(reason).toMatchObject({ failure: { code: "TAKEN", field: "db_name" } });
});

test("a taken factory name is told apart from a taken database name", async () => {
  const first = requestOf(`${here.prefix}one`, `${here.prefix}Fans`);
  await requestFactory(here.web.db, first, here.server);
  await expect(
    requestFactory(here.web.db, requestOf(`${here.prefix}two`, `${here.prefix}Fans`), here.server),
  ).rejects.toMatchObject({ failure: { code: "TAKEN", field: "factory_name" } });
});

test("two workers at one registration make one factory", async () => {
  const factoryId = await here.request("two_workers");
  const outcomes = await Promise.all([1, 2].map(() => provisionFactory(here.provisioner, factoryId)));
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["busy", "ready"]);
});

test.each(["", "create table t (a int)", "create table identity (a int)"])(
  "a database that was there before is neither taken over nor dropped (%j), and the name is let go",
  async (table) => {
    const dbName = `${here.prefix}foreign_${table.length}`;
    await here.admin.run(`create database ${quoteName(dbName)}`);
    if (table !== "") await here.admin.run(`use ${quoteName(dbName)}; ${table}`);
    const { factoryId, ticket } = await requestFactory(here.web.db, requestOf(dbName), here.server);

    expect(await provisionFactory(here.provisioner, factoryId)).toMatchObject({ outcome: "failed" });

    expect(await here.listDatabases()).toContain(dbName);
    expect(await registrationOf(here.web.db, ticket)).toMatchObject({ state: "FAILED", error: "NAME_OCCUPIED" });
    await here.admin.run(`drop database ${quoteName(dbName)}`);
    const again = await requestFactory(here.web.db, requestOf(dbName), here.server);
    expect(await provisionFactory(here.provisioner, again.factoryId)).toEqual({ outcome: "ready" });
  },
);

test("the web's account may neither make databases nor users nor give rights", async () => {
  const session = await openSession(here.web.address);
  for (const statement of [
    `create database ${here.prefix}by_web`,
    `create user '${here.prefix}x'@'%' identified by 'x'`,
    `grant select on ${here.centralName}.* to '${here.prefix}web'@'%'`,
    "update platform_audit set actor = 'nobody'",
    "delete from platform_audit",
    "delete from schema_migrations",
    "create table t (a int)",
    "select * from mysql.user",
    `select * from ${here.prefix}happy_path.users`,
  ]) {
    const error = await session.run(statement).catch((refusal: unknown) => refusal);
    expect({ statement, isRefused: [1044, 1142, 1227, 1410].includes(findDriverError(error)?.errno ?? 0) }).toEqual({
      statement,
      isRefused: true,
    });
  }
  await session.close();
});

async function counts(dbName: string): Promise<Record<string, number>> {
  const tables = ["settings", "units", "locations", "users", "audit_log"];
  const found = tables.map(async (table) => {
    const [row] = await here.admin.rows<{ n: number }>(`select count(*) as n from ${quoteName(dbName)}.${table}`);
    return [table, Number(row?.n)];
  });
  return Object.fromEntries(await Promise.all(found)) as Record<string, number>;
}
