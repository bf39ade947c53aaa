import { eq } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseKeys } from "../keys.ts";
import { accountName, quoteName } from "./grants.ts";
import { openSession } from "./open-session.ts";
import { createScratchInstallation, type ScratchInstallation } from "./scratch-installation.ts";
import { setUp, type SetUpDone, type SetUpWish } from "./set-up.ts";

const adminUrl = process.env["TEST_DATABASE_URL"] ?? "";
let here: ScratchInstallation;
beforeAll(async () => {
  here = await createScratchInstallation(adminUrl);
});
afterAll(() => here.drop());

test("the provisioner holds what making factories takes, and nothing that reads files or other people's sessions", async () => {
  const [global, ...more] = await grantsOf("provisioner");
  // Where the server's log stands, of which the two kinds of server speak by different names.
  const logPosition = rightsIn(global).includes("BINLOG MONITOR") ? "BINLOG MONITOR" : "REPLICATION CLIENT";
  const making = ["ALTER", "CREATE", "CREATE USER", "DELETE", "DROP", "INDEX", "INSERT", "REFERENCES"];
  expect(rightsIn(global)).toEqual([...making, "SELECT", "UPDATE", logPosition].sort());
  expect(global).toContain("ON *.*");
  expect(more).toEqual([]);
});

test("the web holds rights on the tables of the central database, each as narrow as its use, and none on the server", async () => {
  const [global, ...tables] = await grantsOf("web");
  expect(rightsIn(global)).toEqual(["USAGE"]);
  const byTable = Object.fromEntries(tables.map((grant) => [/`\.`(\w+)`/.exec(grant)?.[1], rightsIn(grant)]));
  const all = ["DELETE", "INSERT", "SELECT", "UPDATE"];
  expect(byTable).toEqual({
    backups: all,
    database_servers: ["SELECT"],
    factories: all,
    factory_calls: all,
    factory_figures: all,
    factory_moves: ["SELECT"],
    installation: ["SELECT"],
    job_runs: all,
    job_schedules: all,
    jobs: all,
    leases: all,
    operator_factories: all,
    operator_recovery_codes: all,
    operator_sessions: all,
    operators: all,
    outbox_marks: all,
    platform_audit: ["INSERT", "SELECT"],
    plans: ["SELECT"],
    platform_settings: all,
    rate_limits: all,
    registrations: all,
    schema_migrations: ["SELECT"],
    server_logs: all,
    side_copies: all,
    support_grants: all,
    support_sessions: all,
    usage_days: all,
  });
});

test("the central database has the collation that both kinds of server know", async () => {
  const [row] = await here.admin.rows(
    "select default_collation_name as collation from information_schema.schemata where schema_name = ?",
    [here.centralName],
  );
  expect(row).toEqual({ collation: "utf8mb4_unicode_520_ci" });
});

test("another installation's central database and accounts are refused untouched, and taken over on demand", async () => {
  const stranger = parseKeys(newKey());
  await expect(setUpAgain({ keys: stranger })).rejects.toThrow(/belongs to another Storehouse.*--adopt/);
  const beside = `${here.prefix}beside`;
  await expect(setUpAgain({ keys: stranger, centralName: beside })).rejects.toThrow(/another Storehouse uses it/);
  expect(await here.listDatabases()).not.toContain(beside);
  const session = await openSession(here.web.address);
  await session.close();

  const [before] = await marks();
  expect(await setUpAgain({ keys: stranger, isAdopting: true })).toMatchObject({ steps: 0 });
  expect(await marks()).not.toEqual([before]);
  await setUpAgain({ isAdopting: true });
  expect(await marks()).toEqual([before]);
});

test("the first key may be a new one as long as the old one is still among them", async () => {
  const next = newKey();
  const [before] = await marks();
  await setUpAgain({ keys: parseKeys(`${next},${here.keys}`) });
  expect(await marks()).not.toEqual([before]);
  await setUpAgain({ keys: parseKeys(next) });
  await setUpAgain({ keys: parseKeys(`${here.keys},${next}`) });
  expect(await marks()).toEqual([before]);
});

test("when the server's address has changed its factories come along, those of another server do not", async () => {
  const [mine, other] = [await here.request("moved"), await here.request("elsewhere")];
  const place = (id: string, host: string) =>
    here.provisioner.central.update(factories).set({ host, port: 3999 }).where(eq(factories.id, id));
  await place(mine, "before.example");
  await place(other, "other.example");
  await here.admin.run(`update ${quoteName(here.centralName)}.installation set host = 'before.example', port = 3999`);

  await setUpAgain({});

  const rows = await here.provisioner.central
    .select({ id: factories.id, host: factories.host, port: factories.port })
    .from(factories);
  expect(rows.find(({ id }) => id === mine)).toMatchObject(here.server);
  expect(rows.find(({ id }) => id === other)).toMatchObject({ host: "other.example", port: 3999 });
});

test("run again with another password, the old one is of no more use and no right is lost", async () => {
  const before = await grantsOf("web");
  const account = { user: `${here.prefix}web`, password: "a new one" };
  const provisioner = { user: `${here.prefix}provisioner`, password: new URL(here.provisionerUrl).password };
  const accounts = { web: account, provisioner };
  await setUp({ adminUrl, centralName: here.centralName, accounts, keys: parseKeys(here.keys) });

  await expect(openSession(here.web.address)).rejects.toMatchObject({ errno: 1045 });
  const session = await openSession({ ...here.web.address, password: account.password });
  expect(await session.rows(`select id from ${quoteName(here.centralName)}.installation`)).toEqual([{ id: 1 }]);
  await session.close();
  expect((await grantsOf("web")).map(rightsIn)).toEqual(before.map(rightsIn));
});

const newKey = (): string => `k2:${randomBytes(32).toString("base64")}`;

/** Setup as it was run the first time, but for some of the wish. */
const setUpAgain = (change: Partial<SetUpWish>): Promise<SetUpDone> => {
  const account = (url: string) => ({ user: new URL(url).username, password: new URL(url).password });
  const accounts = { web: account(here.webUrl), provisioner: account(here.provisionerUrl) };
  return setUp({ adminUrl, centralName: here.centralName, accounts, keys: parseKeys(here.keys), ...change });
};

const marks = () => here.admin.rows(`select * from ${quoteName(here.centralName)}.installation`);

async function grantsOf(account: string): Promise<readonly string[]> {
  const rows = await here.admin.rows<Record<string, string>>(`SHOW GRANTS FOR ${accountName(here.prefix + account)}`);
  return rows
    .flatMap((row) => Object.values(row))
    .sort((a, b) => Number(b.includes("*.*")) - Number(a.includes("*.*")));
}

const rightsIn = (grant = ""): readonly string[] => (/^GRANT (.+) ON /.exec(grant)?.[1] ?? "").split(", ").sort();
