import { afterAll, beforeAll, expect, test } from "vitest";
import { accountName, quoteName } from "./grants.ts";
import { openSession } from "./open-session.ts";
import { createScratchInstallation, type ScratchInstallation } from "./scratch-installation.ts";
import { setUp } from "./set-up.ts";

const adminUrl = process.env["TEST_DATABASE_URL"] ?? "";
let here: ScratchInstallation;
beforeAll(async () => {
  here = await createScratchInstallation(adminUrl);
});
afterAll(() => here.drop());

test("the provisioner holds what making factories takes, and nothing that reads files or other people's sessions", async () => {
  const [global, ...more] = await grantsOf("provisioner");
  expect(rightsIn(global)).toEqual(
    ["ALTER", "CREATE", "CREATE USER", "DELETE", "DROP", "INDEX", "INSERT", "REFERENCES", "SELECT", "UPDATE"].sort(),
  );
  expect(global).toContain("ON *.*");
  expect(more).toEqual([]);
});

test("the web holds rights on the tables of the central database, each as narrow as its use, and none on the server", async () => {
  const [global, ...tables] = await grantsOf("web");
  expect(rightsIn(global)).toEqual(["USAGE"]);
  const byTable = Object.fromEntries(tables.map((grant) => [/`\.`(\w+)`/.exec(grant)?.[1], rightsIn(grant)]));
  const all = ["DELETE", "INSERT", "SELECT", "UPDATE"];
  expect(byTable).toEqual({
    factories: all,
    leases: all,
    platform_audit: ["INSERT", "SELECT"],
    rate_limits: all,
    registrations: all,
    schema_migrations: ["SELECT"],
  });
});

test("the central database has the collation that both kinds of server know", async () => {
  const [row] = await here.admin.rows(
    "select default_collation_name as collation from information_schema.schemata where schema_name = ?",
    [here.centralName],
  );
  expect(row).toEqual({ collation: "utf8mb4_unicode_520_ci" });
});

test("run again with another password, the old one is of no more use and no right is lost", async () => {
  const before = await grantsOf("web");
  const account = { user: `${here.prefix}web`, password: "a new one" };
  const provisioner = { user: `${here.prefix}provisioner`, password: new URL(here.provisionerUrl).password };
  await setUp({ adminUrl, centralName: here.centralName, accounts: { web: account, provisioner } });

  await expect(openSession(here.web.address)).rejects.toMatchObject({ errno: 1045 });
  const session = await openSession({ ...here.web.address, password: account.password });
  expect(await session.rows(`select id from ${quoteName(here.centralName)}.factories`)).toEqual([]);
  await session.close();
  expect((await grantsOf("web")).map(rightsIn)).toEqual(before.map(rightsIn));
});

async function grantsOf(account: string): Promise<readonly string[]> {
  const rows = await here.admin.rows<Record<string, string>>(`SHOW GRANTS FOR ${accountName(here.prefix + account)}`);
  return rows
    .flatMap((row) => Object.values(row))
    .sort((a, b) => Number(b.includes("*.*")) - Number(a.includes("*.*")));
}

const rightsIn = (grant = ""): readonly string[] => (/^GRANT (.+) ON /.exec(grant)?.[1] ?? "").split(", ").sort();
