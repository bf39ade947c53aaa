import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseDatabaseUrl } from "../database-url.ts";
import { quoteName } from "../provision/grants.ts";
import { loadSchema, readSchema } from "../provision/load-schema.ts";
import { openSession, type Session } from "../provision/open-session.ts";
import { createDatabase } from "../provision/own-database.ts";
import { describeSchema } from "./describe-schema.ts";
import { runMigrations } from "./run-migrations.ts";

const prefix = `m${randomBytes(4).toString("hex")}_`;
const names = { replayed: `${prefix}replayed`, loaded: `${prefix}loaded`, broken: `${prefix}broken` };
const schema = readSchema();
let session: Session;

beforeAll(async () => {
  session = await openSession(parseDatabaseUrl(process.env["TEST_DATABASE_URL"] ?? ""));
  for (const name of Object.values(names)) await createDatabase(session, name);
});
afterAll(async () => {
  for (const name of Object.values(names)) await session.run(`DROP DATABASE ${quoteName(name)}`);
  await session.close();
});

test("the snapshot is the migrations replayed, to the last column, index, key and check", async () => {
  await session.run(`USE ${quoteName(names.replayed)}`);
  const steps = schema.migrations.flatMap((migration) => migration.steps);
  expect(await runMigrations(session, schema.migrations)).toBe(steps.length);
  await loadSchema(session, names.loaded, schema);

  expect(schema.snapshot.version).toBe(schema.version);
  const replayed = await describeSchema(session, names.replayed);
  expect(replayed.length).toBeGreaterThan(150);
  expect(await describeSchema(session, names.loaded)).toEqual(replayed);
});

test("a database from the snapshot has nothing left to migrate, and neither has one that was migrated", async () => {
  for (const name of [names.loaded, names.replayed]) {
    await session.run(`USE ${quoteName(name)}`);
    expect(await runMigrations(session, schema.migrations)).toBe(0);
  }
});

test("a difference between the two is seen", async () => {
  await session.run(`USE ${quoteName(names.loaded)}; ALTER TABLE products MODIFY name varchar(201) NOT NULL`);
  expect(await describeSchema(session, names.loaded)).not.toEqual(await describeSchema(session, names.replayed));
});

test("killed after a statement and before its record, every step is recognised as done and the rest follows", async () => {
  await session.run(`USE ${quoteName(names.broken)}`);
  await runMigrations(session, schema.migrations);
  await session.run("DELETE FROM schema_migrations WHERE id > '0000_first#05'");
  await session.run("DROP INDEX users_role_ix ON users");

  expect(await runMigrations(session, schema.migrations)).toBe(
    schema.migrations.flatMap(({ steps }) => steps).filter(({ id }) => id > "0000_first#05").length,
  );
  expect(await describeSchema(session, names.broken)).toEqual(await describeSchema(session, names.replayed));
});

test("a step that was changed after it had run is refused", async () => {
  await session.run(`USE ${quoteName(names.broken)}`);
  await session.run("UPDATE schema_migrations SET checksum = 'x' WHERE id = '0000_first#03'");
  await expect(runMigrations(session, schema.migrations)).rejects.toThrow("was changed after it had run");
});
