import { createHash, randomBytes } from "node:crypto";
import type { DatabaseAddress } from "../database-url.ts";
import { accountName, quoteName, quoteText, restoreGrant } from "./grants.ts";
import type { Provisioner } from "./open-provisioner.ts";
import type { Session } from "./open-session.ts";
import { createDatabase } from "./own-database.ts";

// No factory's name may begin so (the domain's rule for names at sign-up).
const PREFIX = "storehouse_check_";

/** A name that no database has, for one that is made only to look at a backup. */
export const newScratchName = (): string => `${PREFIX}${randomBytes(8).toString("hex")}`;

/** Makes a database that is not there yet, and a user who can restore into it and touch no other. */
export async function makeRestorable(provisioner: Provisioner, dbName: string): Promise<DatabaseAddress> {
  const password = randomBytes(24).toString("base64url");
  const user = restorerOf(dbName);
  await inSession(provisioner, async (session) => {
    await createDatabase(session, dbName);
    await session.run(`DROP USER IF EXISTS ${accountName(user)}`);
    await session.run(`CREATE USER ${accountName(user)} IDENTIFIED BY ${quoteText(password)}`);
    await session.run(restoreGrant(dbName, user));
  });
  return { ...provisioner.server, user, password, database: dbName };
}

/** Removes the user who restored into a database; the database stays. */
export const dropRestorer = (provisioner: Provisioner, dbName: string): Promise<void> =>
  inSession(provisioner, (session) => session.run(`DROP USER IF EXISTS ${accountName(restorerOf(dbName))}`));

/** Removes a database that was made to look at a backup, and who could enter it. Never one of another name. */
export async function dropScratch(provisioner: Provisioner, dbName: string): Promise<void> {
  if (!dbName.startsWith(PREFIX)) throw new Error("Only a database that was made for a check may be dropped.");
  await dropRestorer(provisioner, dbName);
  await inSession(provisioner, (session) => session.run(`DROP DATABASE IF EXISTS ${quoteName(dbName)}`));
}

/** Removes a database into which a restore was begun that can't be finished, as long as this caller made it. */
export async function dropUnfinished(provisioner: Provisioner, dbName: string): Promise<void> {
  await dropRestorer(provisioner, dbName);
  await inSession(provisioner, (session) => session.run(`DROP DATABASE ${quoteName(dbName)}`));
}

/** Told by the database's name, so that what a killed process left can be found. */
const restorerOf = (dbName: string): string =>
  `storehouse_r_${createHash("sha256").update(dbName).digest("hex").slice(0, 16)}`;

/** Runs `work` with a session of its own and closes it afterwards. */
export async function inSession(provisioner: Provisioner, work: (session: Session) => Promise<void>): Promise<void> {
  const session = await provisioner.openSession();
  try {
    await work(session);
  } finally {
    await session.close();
  }
}
