import { MAIN_SERVER } from "@storehouse/domain";
import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseAddress } from "../database-url.ts";
import { accountName, escapeWildcards, quoteName } from "./grants.ts";
import type { Provisioner } from "./open-provisioner.ts";
import { openSession, type Session } from "./open-session.ts";
import { createDatabase, inspectDatabase, listTables } from "./own-database.ts";
import { createOwnUser, grantOwnUser } from "./own-user.ts";
import { lockDatabaseName } from "./provision-lock.ts";
import { dropRestorer, inSession } from "./scratch-database.ts";
import { DatabaseBusy } from "./swap-databases.ts";

/** Whose database it is, and who enters it. */
export type Owned = Readonly<{ factoryId: string; dbName: string; dbUser: string }>;

// No factory's name may begin so (the domain's rule for names at sign-up).
const PREFIX = "storehouse_moved_";
const PUT_OUT_MAX_MS = 10_000;
const POLL_MS = 50;

/** What the database that a move has left behind is called. */
export const movedNameOf = (moveId: string): string => `${PREFIX}${moveId.replaceAll("-", "")}`;

/** True when neither a database nor a user of these names is on the server. */
export async function isFree(server: Provisioner, { dbName, dbUser }: Owned): Promise<boolean> {
  let found = 0;
  await inSession(server, async (session) => {
    const text = `select 1 as found from information_schema.schemata where schema_name = ?
      union all select 1 from mysql.user where user = ?`;
    found = (await session.rows(text, [dbName, dbUser])).length;
  });
  return found === 0;
}

/** Removes what a move that goes no further has made on the new server. Refuses what is not the factory's own. Throws DatabaseBusy. */
export async function clearTarget(server: Provisioner, owned: Owned): Promise<void> {
  await dropRestorer(server, owned.dbName);
  await withNameLocked(server, owned.dbName, async (session) => {
    await dropUnlessForeign(session, owned);
    await session.run(`DROP USER IF EXISTS ${accountName(owned.dbUser)}`);
  });
}

/** Lets a factory's user read and no more, and ends all that it was doing: from here on nobody can write. */
export async function fenceOwner(server: Provisioner, { dbName, dbUser }: Owned, owner: DatabaseAddress) {
  const account = accountName(dbUser);
  await inSession(server, async (session) => {
    await session.run(`REVOKE ALL PRIVILEGES, GRANT OPTION FROM ${account}`);
    await session.run(`GRANT SELECT ON ${quoteName(escapeWildcards(dbName))}.* TO ${account}`);
  });
  await putAllOut(owner);
}

/** Gives a factory's user its rights back. */
export const unfenceOwner = (server: Provisioner, owned: Owned): Promise<void> =>
  inSession(server, (session) => grantOwnUser(session, owned));

/** Makes a factory's user on the server that its database was restored on, with the password of the registry. */
export const makeMovedUser = (server: Provisioner, owned: Owned, password: string): Promise<void> =>
  inSession(server, async (session) => {
    await createOwnUser(session, owned, password);
    await grantOwnUser(session, owned);
  });

/**
 * Puts what a factory has left behind under a name that nobody enters, and removes its user there. Done before, it does
 * nothing. Throws DatabaseBusy.
 */
export async function setAside(server: Provisioner, moveId: string, owned: Owned): Promise<void> {
  const { dbName, dbUser } = owned;
  const kept = movedNameOf(moveId);
  await withNameLocked(server, dbName, async (session) => {
    if ((await inspectDatabase(session, owned)) === "ours") {
      await createDatabase(session, kept).catch(async (error: unknown) => {
        // By an attempt that was killed before anything was moved into it.
        if ((await listTables(session, kept)).length > 0) throw error;
      });
      const tables = (await listTables(session, dbName)).map(quoteName);
      const moves = tables.map((table) => `${quoteName(dbName)}.${table} TO ${quoteName(kept)}.${table}`);
      await session.run(`RENAME TABLE ${moves.join(", ")}`);
    }
    if ((await inspectDatabase(session, owned)) === "empty") await session.run(`DROP DATABASE ${quoteName(dbName)}`);
    await session.run(`DROP USER IF EXISTS ${accountName(dbUser)}`);
  });
}

/** Removes for good what a move has left behind. Harmless when it is gone. */
export const dropMoved = (server: Provisioner, moveId: string): Promise<void> =>
  inSession(server, (session) => session.run(`DROP DATABASE IF EXISTS ${quoteName(movedNameOf(moveId))}`));

/** How web processes enter a server: that of the installation as they know it themselves. */
export const placeInRegistry = (server: Provisioner, central: DatabaseAddress) =>
  server.serverName === MAIN_SERVER
    ? { host: central.host, port: central.port }
    : { host: server.server.host, port: server.server.port };

async function dropUnlessForeign(session: Session, owned: Owned): Promise<void> {
  const found = await inspectDatabase(session, owned);
  if (found === "absent") return;
  if (found === "foreign") throw new Error("A database under the factory's name is not its own: it was left alone.");
  await session.run(`DROP DATABASE ${quoteName(owned.dbName)}`);
}

async function withNameLocked(
  server: Provisioner,
  dbName: string,
  work: (session: Session) => Promise<void>,
): Promise<void> {
  await inSession(server, async (session) => {
    if (!(await lockDatabaseName(session, dbName)))
      throw new DatabaseBusy("Another process is at work on the database");
    await work(session);
  });
}

/** Ends every connection of a database's own user and waits until they are gone: what they had begun is undone by then. */
async function putAllOut(owner: DatabaseAddress): Promise<void> {
  const session = await openSession({ ...owner, database: undefined });
  try {
    for (const end = Date.now() + PUT_OUT_MAX_MS; ; await sleep(POLL_MS)) {
      const others = await session.rows<{ id: number | string }>(
        "select id as id from information_schema.processlist where id <> connection_id()",
      );
      if (others.length === 0) return;
      if (Date.now() > end) throw new Error("Somebody is still at work in the factory's database.");
      // One that is gone by now is no reason to stop.
      for (const { id } of others) await session.run(`KILL ${Number(id)}`).catch(() => undefined);
    }
  } finally {
    await session.close();
  }
}
