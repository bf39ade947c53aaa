import { findDriverError } from "@storehouse/db";
import { randomBytes } from "node:crypto";
import { type Connection, createConnection, type RowDataPacket } from "mysql2/promise";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DatabaseAddress, parseDatabaseUrl } from "../database-url.ts";
import { createScratchFactory, type ScratchFactory } from "../scratch-factory.ts";
import { APPEND_ONLY_TABLES, accountName, quoteName, TENANT_TABLES } from "./grants.ts";

const FACTORIES = 20;
const DENIED = [1044, 1142];
const adminUrl = process.env["TEST_DATABASE_URL"] ?? "";
const run = randomBytes(3).toString("hex");

// Read as patterns, most of these names match others of them; the first, all underscores, matches them all.
const names = Array.from(
  { length: FACTORIES },
  (_, index) => `g${run}${index.toString(2).padStart(5, "0").replaceAll("0", "_").replaceAll("1", "x")}`,
);

let factories: ScratchFactory[] = [];
let visitors: Connection[] = [];
let admin: Connection;
beforeAll(async () => {
  admin = await enter(parseDatabaseUrl(adminUrl));
  for (const name of names) factories.push(await createScratchFactory(adminUrl, name));
  visitors = await Promise.all(factories.map(({ address }) => enter(address)));
});
afterAll(async () => {
  await Promise.all([admin, ...visitors].map((connection) => connection.end()));
  for (const factory of factories) await factory.drop();
  factories = [];
});

const enter = ({ host, port, socketPath, user, password, database }: DatabaseAddress): Promise<Connection> =>
  createConnection({
    ...(socketPath === undefined ? { host, port } : { socketPath }),
    user,
    password,
    ...(database === undefined ? {} : { database }),
  });

const rows = async (connection: Connection, text: string): Promise<RowDataPacket[]> =>
  (await connection.query<RowDataPacket[]>(text))[0];

/** The number of the server's refusal, or 0 when it did as it was told. */
async function refusalOf(connection: Connection, text: string): Promise<number> {
  try {
    await connection.query(text);
    return 0;
  } catch (error) {
    return findDriverError(error)?.errno ?? -1;
  }
}

test("each factory's user enters its own database and is refused in each of the others", async () => {
  const outcomes = new Map<string, number>();
  for (const [index, visitor] of visitors.entries()) {
    for (const [other, name] of names.entries()) {
      const refusal = await refusalOf(visitor, `select factory_id from ${quoteName(name)}.identity`);
      const key = `${other === index ? "own" : "other"} ${DENIED.includes(refusal) ? "denied" : refusal}`;
      outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
    }
  }
  expect(outcomes).toEqual(
    new Map([
      ["own 0", FACTORIES],
      ["other denied", FACTORIES * (FACTORIES - 1)],
    ]),
  );
});

test("nobody writes in another's database, reads the server's own tables, or steps out of its database", async () => {
  for (const [index, visitor] of visitors.entries()) {
    const other = names[(index + 1) % FACTORIES] ?? "";
    for (const text of [
      `insert into ${quoteName(other)}.settings (id) values (1)`,
      `update ${quoteName(other)}.settings set id = 2`,
      `delete from ${quoteName(other)}.users`,
      `use ${quoteName(other)}`,
      "select * from mysql.user",
      "select * from mysql.db",
    ]) {
      expect([text, DENIED.includes(await refusalOf(visitor, text))]).toEqual([text, true]);
    }
    expect(
      (await rows(visitor, "show databases"))
        .map((row) => String(row["Database"]))
        .filter((name) => name.startsWith("g")),
    ).toEqual([names[index]]);
  }
});

test("a factory's user has exactly the rights on the list", async () => {
  const grants = async (index: number) =>
    (await rows(admin, `show grants for ${accountName(names[index] ?? "")}`)).map((row) =>
      String(Object.values(row)[0]).replace(/ IDENTIFIED BY PASSWORD .*/, ""),
    );
  for (const [index, name] of names.entries()) {
    const to = `TO \`${name}\`@\`%\``;
    const changeable = TENANT_TABLES.filter((table) => !APPEND_ONLY_TABLES.includes(table));
    expect((await grants(index)).toSorted()).toEqual(
      [
        `GRANT USAGE ON *.* ${to}`,
        `GRANT SELECT, INSERT ON \`${name.replaceAll("_", "\\_")}\`.* ${to}`,
        ...changeable.map((table) => `GRANT UPDATE, DELETE ON \`${name}\`.\`${table}\` ${to}`),
      ].toSorted(),
    );
  }
});

test("every table is known to the grants, and no wildcard stands in the server's list", async () => {
  const tables = await rows(
    admin,
    `select table_name as name from information_schema.tables where table_schema = '${names[0]}'`,
  );
  expect(tables.map(({ name }) => String(name)).toSorted()).toEqual([...TENANT_TABLES]);
  const given = await rows(admin, `select db from mysql.db where user like 'g${run}%'`);
  expect(given).toHaveLength(FACTORIES);
  expect(given.filter(({ db }) => /(^|[^\\])[_%]/.test(String(db)))).toEqual([]);
});

test.each([...APPEND_ONLY_TABLES])(
  "%s takes rows and gives them back, and lets nobody change or remove one",
  async (table) => {
    const [visitor] = visitors;
    if (visitor === undefined) throw new Error("nobody entered");
    const columns = await rows(visitor, `show columns from ${quoteName(table)}`);
    const column = quoteName(String(columns[0]?.["Field"]));
    expect(await refusalOf(visitor, `select * from ${quoteName(table)}`)).toBe(0);
    for (const text of [
      `update ${quoteName(table)} set ${column} = ${column}`,
      `delete from ${quoteName(table)}`,
      `truncate table ${quoteName(table)}`,
      `drop table ${quoteName(table)}`,
      `alter table ${quoteName(table)} add column extra int`,
      `replace into ${quoteName(table)} select * from ${quoteName(table)}`,
      `insert into ${quoteName(table)} select * from ${quoteName(table)} on duplicate key update ${column} = values(${column})`,
    ]) {
      expect([text, await refusalOf(visitor, text)]).toEqual([text, 1142]);
    }
  },
);

test("no right that reaches beyond rows: files, structure, accounts, other people's statements", async () => {
  const [visitor] = visitors;
  if (visitor === undefined) throw new Error("nobody entered");
  const [me] = await rows(admin, "select connection_id() as id");
  for (const text of [
    "create table mine (id int)",
    "create view seen as select * from users",
    "create trigger t before insert on settings for each row set new.id = 1",
    "create procedure p() select 1",
    "create event e on schedule every 1 day do delete from sessions",
    `create database ${quoteName(`${names[0]}2`)}`,
    "create user someone identified by 'x'",
    `grant select on ${quoteName(names[0] ?? "")}.* to ${accountName(names[1] ?? "")}`,
    "select * from users into outfile '/tmp/storehouse-stolen'",
    "lock tables users write",
    "set global max_connections = 1",
    "flush tables",
    `kill ${String(me?.["id"])}`,
  ]) {
    const refusal = await refusalOf(visitor, text);
    expect([
      text,
      [1044, 1045, 1095, 1142, 1227, 1290, 1370, 1410, 1419].includes(refusal) ? "refused" : refusal,
    ]).toEqual([text, "refused"]);
  }
  expect(await rows(visitor, "select load_file('/etc/passwd') as text")).toEqual([{ text: null }]);
  const seen = await rows(visitor, "select distinct user as name from information_schema.processlist");
  expect(seen).toEqual([{ name: names[0] }]);
});
