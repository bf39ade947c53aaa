import { findDriverError } from "@storehouse/db";
import { parseDatabaseUrl } from "../database-url.ts";
import { readMigrations } from "../migrate/migration-files.ts";
import { runMigrations } from "../migrate/run-migrations.ts";
import { quoteName } from "./grants.ts";
import { openSession, type Session } from "./open-session.ts";
import { createDatabase, listTables } from "./own-database.ts";
import { ensureServiceAccounts, type ServiceAccounts } from "./service-accounts.ts";

/** What an installation needs of its server. The URL is an administrator's; it is used for this and not kept. */
export type SetUpWish = Readonly<{ adminUrl: string; centralName: string; accounts: ServiceAccounts }>;

const EXISTS_ALREADY = 1007;
const WAIT_SECONDS = 60;

/**
 * Brings the server to where web and worker can start: the central database at its last migration, and their two
 * accounts. May be run at any time, by several at once: the second waits for the first and finds nothing to do.
 */
export async function setUp({ adminUrl, centralName, accounts }: SetUpWish): Promise<Readonly<{ steps: number }>> {
  const session = await openSession({ ...parseDatabaseUrl(adminUrl), database: undefined });
  try {
    // The leases live in the database that is about to be made, so the server's own lock stands in.
    const [row] = await session.rows<{ got: number | string | null }>("select get_lock(?, ?) as got", [
      `storehouse:${centralName}`.slice(0, 64),
      WAIT_SECONDS,
    ]);
    if (Number(row?.got) !== 1) throw new Error("Another setup has been at work for a minute.");
    await ensureCentralDatabase(session, centralName);
    const steps = await runMigrations(session, readMigrations("central"));
    await ensureServiceAccounts(session, centralName, accounts);
    return { steps };
  } finally {
    await session.close();
  }
}

async function ensureCentralDatabase(session: Session, centralName: string): Promise<void> {
  try {
    await createDatabase(session, centralName);
  } catch (error) {
    if (findDriverError(error)?.errno !== EXISTS_ALREADY) throw error;
    const tables = await listTables(session, centralName);
    if (tables.length > 0 && !tables.includes("schema_migrations")) {
      throw new Error(`The database ${centralName} holds something else. Choose a name by CENTRAL_DATABASE_NAME.`);
    }
  }
  await session.run(`USE ${quoteName(centralName)}`);
}
