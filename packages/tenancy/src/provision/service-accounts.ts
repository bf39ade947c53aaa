import { findDriverError } from "@storehouse/db";
import { accountName, quoteName, quoteText } from "./grants.ts";
import type { Session } from "./open-session.ts";
import { listTables } from "./own-database.ts";

/** The accounts that the service's own processes enter with, and their passwords. */
export type ServiceAccounts = Readonly<{
  web: Readonly<{ user: string; password: string }>;
  provisioner: Readonly<{ user: string; password: string }>;
}>;

/** Tables of the central database that are only added to, and those that only setup writes. */
const ADDED_TO = new Set(["platform_audit"]);
const READ_ONLY = new Set(["schema_migrations", "installation", "plans", "database_servers", "factory_moves"]);

/** Making databases, users and rights, moving schemas on, writing a factory's first rows: no more, and nothing of it is the web's. */
const PROVISIONER_RIGHTS = "SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, REFERENCES, CREATE USER ON *.*";

/** Makes both accounts, or brings those that are there up to date: passwords, and rights on tables that are new. */
export async function ensureServiceAccounts(
  session: Session,
  centralName: string,
  { web, provisioner }: ServiceAccounts,
): Promise<void> {
  await ensureAccount(session, web);
  // Table by table: there `_` in the name of the database means itself, and the web can't add to what is not listed.
  const tables = await listTables(session, centralName);
  const grants = tables.map((table) => {
    const rights = `GRANT ${webRights(table)} ON ${quoteName(centralName)}.${quoteName(table)}`;
    return `${rights} TO ${accountName(web.user)}`;
  });
  await session.run(grants.join(";\n"));
  await ensureProvisionerAccount(session, provisioner);
}

/** Makes the provisioner's account, or brings the one that is there up to date. */
export async function ensureProvisionerAccount(
  session: Session,
  account: ServiceAccounts["provisioner"],
): Promise<void> {
  await ensureAccount(session, account);
  await session.run(`GRANT ${PROVISIONER_RIGHTS} TO ${accountName(account.user)} WITH GRANT OPTION`);
  await grantLogPosition(session, account.user);
}

async function ensureAccount(session: Session, { user, password }: ServiceAccounts["web"]): Promise<void> {
  const identified = `${accountName(user)} IDENTIFIED BY ${quoteText(password)}`;
  await session.run(`CREATE USER IF NOT EXISTS ${identified}`);
  await session.run(`ALTER USER ${identified}`);
}

/** So that a backup can say where it stands in the server's log. A managed server may keep this right to itself. */
async function grantLogPosition(session: Session, user: string): Promise<void> {
  try {
    await session.run(`GRANT REPLICATION CLIENT ON *.* TO ${accountName(user)}`);
  } catch (error) {
    if (!ACCESS_DENIED.includes(findDriverError(error)?.errno ?? 0)) throw error;
  }
}

const ACCESS_DENIED = [1045, 1227];

function webRights(table: string): string {
  if (READ_ONLY.has(table)) return "SELECT";
  return ADDED_TO.has(table) ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE";
}
