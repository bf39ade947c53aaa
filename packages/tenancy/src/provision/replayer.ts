import { randomBytes } from "node:crypto";
import { type DatabaseAddress, parseDatabaseUrl } from "../database-url.ts";
import { accountName, quoteText, replayGrants } from "./grants.ts";
import { openSession, type Session } from "./open-session.ts";

/** An administrator's way to a server: for what no standing account of the service may do. */
export type Administrator = Readonly<{ address: DatabaseAddress; session: Session }>;

/** Opens a server as its administrator. The caller closes the session. */
export async function openAdministrator(adminUrl: string): Promise<Administrator> {
  const address = { ...parseDatabaseUrl(adminUrl), database: undefined };
  return { address, session: await openSession(address) };
}

/**
 * Runs `work` with an account that may put changes of the log into one database and change no other. It is gone
 * afterwards.
 */
export async function withReplayer<T>(
  { address, session }: Administrator,
  { dbName, kind }: Readonly<{ dbName: string; kind: "mariadb" | "mysql" }>,
  work: (replayer: DatabaseAddress) => Promise<T>,
): Promise<T> {
  const user = `storehouse_p_${randomBytes(8).toString("hex")}`;
  const password = randomBytes(24).toString("base64url");
  await session.run(`CREATE USER ${accountName(user)} IDENTIFIED BY ${quoteText(password)}`);
  try {
    for (const grant of replayGrants(dbName, user, kind)) await session.run(grant);
    return await work({ ...address, user, password, database: dbName });
  } finally {
    await session.run(`DROP USER IF EXISTS ${accountName(user)}`);
  }
}
