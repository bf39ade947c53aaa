import { type Migration, type Snapshot, readMigrations, readSnapshot } from "../migrate/migration-files.ts";
import { recordSteps, runMigrations } from "../migrate/run-migrations.ts";
import { quoteName } from "./grants.ts";
import type { Session } from "./open-session.ts";
import { listTables } from "./own-database.ts";

/** What factories' databases are made from and brought up to. */
export type Schema = Readonly<{ snapshot: Snapshot; migrations: readonly Migration[]; version: number }>;

/** Reads the snapshot and the migrations of factories. */
export function readSchema(): Schema {
  const migrations = readMigrations("tenant");
  return { snapshot: readSnapshot(), migrations, version: migrations.length };
}

/**
 * Makes every table that is not there yet, in one call, and records the migrations they stand for. A table is made
 * whole or not at all, so a load that was killed goes on with the rest.
 */
export async function loadSchema(session: Session, dbName: string, schema: Schema): Promise<void> {
  const present = new Set(await listTables(session, dbName));
  const missing = schema.snapshot.statements.filter((statement) => !present.has(tableOf(statement)));
  await session.run(`USE ${quoteName(dbName)}`);
  if (missing.length > 0) {
    await session.run(["SET foreign_key_checks = 0;", ...missing, "SET foreign_key_checks = 1"].join("\n"));
  }
  const stamped = schema.migrations.filter(({ version }) => version <= schema.snapshot.version);
  await recordSteps(
    session,
    stamped.flatMap(({ steps }) => steps),
  );
  if (schema.version > schema.snapshot.version) await runMigrations(session, schema.migrations);
}

/** The statement that makes one table. */
export function statementOf(snapshot: Snapshot, table: string): string {
  const statement = snapshot.statements.find((candidate) => tableOf(candidate) === table);
  if (statement === undefined) throw new Error(`The snapshot makes no table ${table}`);
  return statement;
}

function tableOf(statement: string): string {
  const name = /^CREATE TABLE `(\w+)`/.exec(statement)?.[1];
  if (name === undefined) throw new Error("The snapshot holds more than CREATE TABLE.");
  return name;
}
