import { createHash, randomBytes } from "node:crypto";
import { copyNameOf, copySecretPlace } from "../open-side-copy.ts";
import { type LockedSecret, lockText } from "../secret.ts";
import { accountName, escapeWildcards, quoteName, quoteText } from "./grants.ts";
import type { Provisioner } from "./open-provisioner.ts";
import { dropRestorer, inSession } from "./scratch-database.ts";

/** Who may read a side copy. */
export type CopyReader = LockedSecret & Readonly<{ dbUser: string }>;

/** Makes the user who may read a side copy and nothing else, with a new password, locked for the copy's row. */
export async function makeCopyReader(provisioner: Provisioner, copyId: string): Promise<CopyReader> {
  const dbName = copyNameOf(copyId);
  const dbUser = readerOf(dbName);
  const password = randomBytes(24).toString("base64url");
  await inSession(provisioner, async (session) => {
    await session.run(`DROP USER IF EXISTS ${accountName(dbUser)}`);
    await session.run(`CREATE USER ${accountName(dbUser)} IDENTIFIED BY ${quoteText(password)}`);
    await session.run(`GRANT SELECT ON ${quoteName(escapeWildcards(dbName))}.* TO ${accountName(dbUser)}`);
  });
  return { dbUser, ...lockText(provisioner.keys, copySecretPlace(copyId), password) };
}

/** Removes a side copy's database and everybody who could enter it. Harmless when they are gone. */
export async function dropSideDatabase(provisioner: Provisioner, copyId: string): Promise<void> {
  const dbName = copyNameOf(copyId);
  await dropRestorer(provisioner, dbName);
  await inSession(provisioner, async (session) => {
    await session.run(`DROP USER IF EXISTS ${accountName(readerOf(dbName))}`);
    await session.run(`DROP DATABASE IF EXISTS ${quoteName(dbName)}`);
  });
}

const readerOf = (dbName: string): string =>
  `storehouse_v_${createHash("sha256").update(dbName).digest("hex").slice(0, 16)}`;
