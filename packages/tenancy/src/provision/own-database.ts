import { bytesToUuid, uuidToBytes } from "@storehouse/db";
import { TENANT_TABLES, quoteName } from "./grants.ts";
import type { Session } from "./open-session.ts";

/**
 * What stands under a database's name. `ours` carries the factory's id; `empty` holds nothing; `remains` is what a broken
 * DROP leaves: some of a factory's tables, the one with the id not among them; `foreign` is anything else.
 */
export type DatabaseFound = "absent" | "empty" | "ours" | "remains" | "foreign";

/** Trying again won't help: the reason is a code for people and programs, the rest is for the operator. */
export class CannotBeMade extends Error {
  constructor(reason: "NAME_OCCUPIED" | "NAME_INVALID", detail: string) {
    super(`${reason}: ${detail}`);
  }
}

/** A database is there that this sign-up did not make. It is neither taken over nor touched. */
export const nameOccupied = (dbName: string): CannotBeMade =>
  new CannotBeMade("NAME_OCCUPIED", `a database ${dbName} exists that no factory owns`);

type Wanted = Readonly<{ dbName: string; factoryId: string }>;

/** Looks at what stands under the name, changing nothing. */
export async function inspectDatabase(session: Session, { dbName, factoryId }: Wanted): Promise<DatabaseFound> {
  const schemas = await session.rows(
    "select schema_name as name from information_schema.schemata where schema_name = ?",
    [dbName],
  );
  if (schemas.length === 0) return "absent";

  const tables = await listTables(session, dbName);
  const owners = await listOwners(session, dbName);
  if (owners?.includes(factoryId)) return "ours";
  // Killed between making the table and writing the id.
  const isBare = owners?.length === 0 && tables.length === 1;
  if (isBare || tables.length === 0) return (await hasRoutines(session, dbName)) ? "foreign" : "empty";
  const isRest = owners === undefined && tables.every((table) => TENANT_TABLES.includes(table));
  return isRest && !tables.includes("identity") ? "remains" : "foreign";
}

/** Makes the database; never one that is there already: the server refuses that with 1007. */
export async function createDatabase(session: Session, dbName: string): Promise<void> {
  await session.run(`CREATE DATABASE ${quoteName(dbName)} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`);
}

/** Writes whose the database is: from here on it can be told from everybody else's. */
export async function markDatabase(session: Session, wanted: Wanted, identityTable: string): Promise<void> {
  const tables = await listTables(session, wanted.dbName);
  await session.run(`USE ${quoteName(wanted.dbName)}`);
  if (!tables.includes("identity")) await session.run(identityTable);
  await session.run("insert into identity (factory_id, created_at) values (?, utc_timestamp(3))", [
    uuidToBytes(wanted.factoryId),
  ]);
}

/** The tables of a database. */
export async function listTables(session: Session, dbName: string): Promise<readonly string[]> {
  const rows = await session.rows<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = ?",
    [dbName],
  );
  return rows.map(({ name }) => name);
}

/** The ids in the table that says whose a database is; undefined when it has no such table. */
async function listOwners(session: Session, dbName: string): Promise<readonly string[] | undefined> {
  const columns = await session.rows(
    "select 1 as found from information_schema.columns where table_schema = ? and table_name = 'identity' and column_name = 'factory_id' and column_type = 'binary(16)'",
    [dbName],
  );
  if (columns.length === 0) return undefined;
  const rows = await session.rows<{ id: Buffer }>(`select factory_id as id from ${quoteName(dbName)}.identity limit 2`);
  return rows.map(({ id }) => bytesToUuid(id));
}

async function hasRoutines(session: Session, dbName: string): Promise<boolean> {
  const rows = await session.rows(
    "select 1 as found from information_schema.routines where routine_schema = ? union all select 1 from information_schema.events where event_schema = ?",
    [dbName, dbName],
  );
  return rows.length > 0;
}
