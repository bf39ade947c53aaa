import { findDriverError } from "@storehouse/db";
import { parseDatabaseUrl } from "../database-url.ts";
import type { Keys } from "../keys.ts";
import { readMigrations } from "../migrate/migration-files.ts";
import { runMigrations } from "../migrate/run-migrations.ts";
import { quoteName } from "./grants.ts";
import { openSession, type Session } from "./open-session.ts";
import { createDatabase, listTables } from "./own-database.ts";
import { keepInstallation, refuseAnother } from "./own-installation.ts";
import { plantPlans } from "./plant-plans.ts";
import { describeSetting, findWrongSettings } from "./server-settings.ts";
import { ensureProvisionerAccount, ensureServiceAccounts, type ServiceAccounts } from "./service-accounts.ts";

/** What an installation needs of its server. The URL is an administrator's; it is used for this and not kept. */
export type SetUpWish = Readonly<{
  adminUrl: string;
  centralName: string;
  accounts: ServiceAccounts;
  keys: Keys;
  /** Takes over what another installation has made. */
  isAdopting?: boolean;
}>;

/** How many migration steps were run, and what about the server's settings could be better. */
export type SetUpDone = Readonly<{ steps: number; warnings: readonly string[] }>;

const EXISTS_ALREADY = 1007;
const WAIT_SECONDS = 60;

/**
 * Brings the server to where web and worker can start: the central database at its last migration, and their two
 * accounts. May be run at any time, by several at once: the second waits for the first and finds nothing to do. Throws
 * before anything is changed where the server would lose what it was given, or is another installation's.
 */
export async function setUp(wish: SetUpWish): Promise<SetUpDone> {
  const { adminUrl, centralName, accounts } = wish;
  const session = await openSession({ ...parseDatabaseUrl(adminUrl), database: undefined });
  try {
    const warnings = await refuseUnsafe(session);
    // The leases live in the database that is about to be made, so the server's own lock stands in.
    const [row] = await session.rows<{ got: number | string | null }>("select get_lock(?, ?) as got", [
      `storehouse:${centralName}`.slice(0, 64),
      WAIT_SECONDS,
    ]);
    if (Number(row?.got) !== 1) throw new Error("Another setup has been at work for a minute.");
    if (wish.isAdopting !== true) await refuseAnother(session, wish);
    await ensureCentralDatabase(session, centralName);
    const steps = await runMigrations(session, readMigrations("central"));
    await plantPlans(session);
    await ensureServiceAccounts(session, centralName, accounts);
    await keepInstallation(session, wish);
    return { steps, warnings };
  } finally {
    await session.close();
  }
}

/** Makes the provisioner's account on a further server, by its administrator. Throws where that server would lose what it was given. */
export async function ensureProvisioner(
  adminUrl: string,
  account: ServiceAccounts["provisioner"],
): Promise<readonly string[]> {
  const session = await openSession({ ...parseDatabaseUrl(adminUrl), database: undefined });
  try {
    const warnings = await refuseUnsafe(session);
    await ensureProvisionerAccount(session, account);
    return warnings;
  } finally {
    await session.close();
  }
}

async function refuseUnsafe(session: Session): Promise<readonly string[]> {
  const wrong = await findWrongSettings(session);
  const refused = wrong.filter(({ isRefused }) => isRefused);
  if (refused.length > 0) throw new Error(refused.map(describeSetting).join("\n"));
  return wrong.map(describeSetting);
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
