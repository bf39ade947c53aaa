import { brandTenantDb, type TenantDb } from "@storehouse/db/tenant-db";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createConnection } from "mysql2/promise";
import { v7 } from "uuid";
import { type DatabaseAddress, parseDatabaseUrl } from "./database-url.ts";
import { openPool } from "./open-pool.ts";
import { accountName, grantStatements, quoteName, quoteText, TENANT_TABLES } from "./provision/grants.ts";

export { TENANT_TABLES };

/** A factory's database and user outside any registry: for tests, which drop it when they are done. */
export type ScratchFactory = Readonly<{
  factoryId: string;
  dbName: string;
  /** Where the factory's own user enters. */
  address: DatabaseAddress;
  /** Makes it what it was when it was new. Who used it has to be gone. */
  clear: () => Promise<void>;
  drop: () => Promise<void>;
}>;

/** Makes a database with the whole schema, a user with a factory's rights, and the row that says whose it is. */
export async function createScratchFactory(adminUrl: string, dbName?: string): Promise<ScratchFactory> {
  const admin = parseDatabaseUrl(adminUrl);
  const name = dbName ?? `t_${process.pid}_${randomBytes(5).toString("hex")}`;
  const user = name.slice(0, 32);
  const password = randomBytes(16).toString("base64url");
  const factoryId = v7();
  const drop = () =>
    asAdmin(admin, [`DROP DATABASE IF EXISTS ${quoteName(name)}`, `DROP USER IF EXISTS ${accountName(user)}`]);
  const made = asAdmin(admin, [
    `CREATE DATABASE ${quoteName(name)} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`,
    `CREATE USER ${accountName(user)} IDENTIFIED BY ${quoteText(password)}`,
    `USE ${quoteName(name)}`,
    "SET foreign_key_checks = 0",
    ...snapshotStatements(),
    `INSERT INTO identity (factory_id, created_at) VALUES (x'${factoryId.replaceAll("-", "")}', utc_timestamp(3))`,
    ...grantStatements(name, user),
  ]);
  await made.catch(async (error: unknown) => {
    await drop();
    throw error;
  });
  return {
    factoryId,
    dbName: name,
    address: { ...admin, user, password, database: name },
    clear: () => asAdmin(admin, [`USE ${quoteName(name)}`, ...CLEAR]),
    drop,
  };
}

// Its own user can't change the schema, so that what it leaves behind is rows. Removing none of them costs nothing, unlike a new table.
const CLEAR = [
  "SET foreign_key_checks = 0",
  "START TRANSACTION",
  ...TENANT_TABLES.filter((table) => table !== "identity").map((table) => `DELETE FROM ${quoteName(table)}`),
  "COMMIT",
];

/** Opens a scratch factory's database the way a registered one's is opened. */
export function openScratchFactory(
  scratch: ScratchFactory,
  limit = 10,
): Readonly<{ db: TenantDb; close: () => Promise<void> }> {
  const pool = openPool(scratch.address, limit);
  return { db: brandTenantDb(pool.handle, pool.source), close: pool.close };
}

/** Runs statements as the server's administrator, all in one round trip. */
export async function asAdmin(address: DatabaseAddress, statements: readonly string[]): Promise<void> {
  const { socketPath, host, port, user, password } = address;
  const where = socketPath === undefined ? { host, port } : { socketPath };
  const connection = await createConnection({ ...where, user, password, multipleStatements: true });
  try {
    await connection.query(statements.join(";\n"));
  } finally {
    await connection.end();
  }
}

let snapshot: readonly string[] | undefined;

function snapshotStatements(): readonly string[] {
  snapshot ??= readFileSync(new URL("../../../drizzle/tenant/snapshot.sql", import.meta.url), "utf8")
    .split("--> statement-breakpoint")
    .map((statement) => statement.trim().replace(/;$/, ""))
    .filter((statement) => statement !== "");
  return snapshot;
}
