import { bytesToUuid, findDriverError } from "@storehouse/db";
import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseAddress } from "../database-url.ts";
import { copyNameOf } from "../open-side-copy.ts";
import { quoteName } from "./grants.ts";
import type { Provisioner } from "./open-provisioner.ts";
import { openSession, type Session } from "./open-session.ts";
import { createDatabase, listTables } from "./own-database.ts";
import { lockDatabaseName } from "./provision-lock.ts";
import { dropSideDatabase } from "./side-database.ts";

/** Which side copy takes a factory's place, and under which copy's name the factory as it is will be kept. */
export type Swap = Readonly<{ factoryId: string; dbName: string; copyId: string; keptId: string }>;

const LOCK_WAIT = 1205;
const ATTEMPTS_MAX = 5;
const PAUSE_MS = 200;

/** Another session is at work on the factory's database: what stands there can't be told until it is done. */
export class DatabaseBusy extends Error {}

/**
 * True when the swap has been made: the copy's database is empty and the other holds what the factory was. Told under the
 * lock that a swap holds to its end: the server goes on with a killed process's statement, and lists half of it. Throws
 * DatabaseBusy.
 */
export const isSwapped = (provisioner: Provisioner, { dbName, copyId, keptId }: Swap): Promise<boolean> =>
  withDatabaseLocked(provisioner, dbName, async (session) => {
    const [copy, kept] = [await listTables(session, copyNameOf(copyId)), await listTables(session, copyNameOf(keptId))];
    return copy.length === 0 && kept.length > 0;
  });

/**
 * Puts a side copy's tables in the place of a factory's, and the factory's where nothing is yet, in one statement: the
 * server makes all of it or nothing, whoever is killed meanwhile. Name, user and rights stay the factory's. Whoever is in
 * the database as the factory's own user is put out first. Done before, it does nothing.
 */
export async function swapDatabases(provisioner: Provisioner, swap: Swap, owner: DatabaseAddress): Promise<void> {
  await withDatabaseLocked(provisioner, swap.dbName, async (session) => {
    const [copy, kept] = [copyNameOf(swap.copyId), copyNameOf(swap.keptId)];
    if ((await listTables(session, copy)).length === 0) return assertHolds(session, kept);
    for (const name of [swap.dbName, copy]) await assertOwner(session, name, swap.factoryId);
    if (!(await isThere(session, kept))) await createDatabase(session, kept);
    const statement = await renameStatement(session, { from: copy, live: swap.dbName, kept });
    await renameWithNobodyInside(session, statement, owner);
  });
}

/** Removes what a switch that was given up has prepared, unless a swap has put anything there. Throws DatabaseBusy. */
export async function dropUnusedKept(provisioner: Provisioner, { dbName, keptId }: Swap): Promise<void> {
  await withDatabaseLocked(provisioner, dbName, async (session) => {
    assertEmpty(await listTables(session, copyNameOf(keptId)));
    await dropSideDatabase(provisioner, keptId);
  });
}

/** Removes the database that a side copy has left, and who could enter it. Refuses when anything is in it. */
export async function dropEmptied(provisioner: Provisioner, { dbName, copyId }: Omit<Swap, "keptId">): Promise<void> {
  await withDatabaseLocked(provisioner, dbName, async (session) => {
    assertEmpty(await listTables(session, copyNameOf(copyId)));
    await dropSideDatabase(provisioner, copyId);
  });
}

function assertEmpty(tables: readonly string[]): void {
  if (tables.length > 0) throw new Error("A database that should be empty is not: it was left alone.");
}

async function withDatabaseLocked<T>(
  provisioner: Provisioner,
  dbName: string,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = await provisioner.openSession();
  try {
    if (!(await lockDatabaseName(session, dbName)))
      throw new DatabaseBusy("Another process is at work on the database");
    return await work(session);
  } finally {
    await session.close();
  }
}

async function assertHolds(session: Session, kept: string): Promise<void> {
  if ((await listTables(session, kept)).length === 0) throw new Error("The side copy holds nothing.");
}

async function assertOwner(session: Session, dbName: string, factoryId: string): Promise<void> {
  const rows = await session.rows<{ id: Buffer }>(`select factory_id as id from ${quoteName(dbName)}.identity limit 2`);
  const [row] = rows;
  if (rows.length !== 1 || row === undefined || bytesToUuid(row.id) !== factoryId)
    throw new Error("The database belongs to another factory");
}

async function isThere(session: Session, dbName: string): Promise<boolean> {
  const found = await session.rows("select 1 as found from information_schema.schemata where schema_name = ?", [
    dbName,
  ]);
  return found.length > 0;
}

type Names = Readonly<{ from: string; live: string; kept: string }>;

async function renameStatement(session: Session, { from, live, kept }: Names): Promise<string> {
  const move = async (source: string, target: string): Promise<readonly string[]> =>
    (await listTables(session, source)).map(
      (table) => `${quoteName(source)}.${quoteName(table)} TO ${quoteName(target)}.${quoteName(table)}`,
    );
  return `RENAME TABLE ${[...(await move(live, kept)), ...(await move(from, live))].join(", ")}`;
}

async function renameWithNobodyInside(session: Session, statement: string, owner: DatabaseAddress): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await putOut(owner);
    try {
      return await session.run(statement);
    } catch (error) {
      if (tries >= ATTEMPTS_MAX || findDriverError(error)?.errno !== LOCK_WAIT) throw error;
    }
    await sleep(PAUSE_MS);
  }
}

/** Ends every connection of a database's own user: nobody else may end them without rights on the whole server. */
async function putOut(owner: DatabaseAddress): Promise<void> {
  const session = await openSession({ ...owner, database: undefined });
  try {
    const others = await session.rows<{ id: number | string }>(
      "select id as id from information_schema.processlist where id <> connection_id()",
    );
    // One that is gone by now is no reason to stop.
    for (const { id } of others) await session.run(`KILL ${Number(id)}`).catch(() => undefined);
  } finally {
    await session.close();
  }
}
