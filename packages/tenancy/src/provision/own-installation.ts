import { parseDatabaseUrl } from "../database-url.ts";
import { fingerprintOf, type Keys } from "../keys.ts";
import { quoteName } from "./grants.ts";
import type { Session } from "./open-session.ts";
import { listTables } from "./own-database.ts";
import type { ServiceAccounts } from "./service-accounts.ts";

type Owner = Readonly<{ centralName: string; accounts: ServiceAccounts; keys: Keys }>;
type Place = Readonly<{ adminUrl: string; centralName: string; keys: Keys }>;
type Kept = Readonly<{ fingerprint: string; host: string; port: number }>;

/**
 * Refuses a central database that keeps another installation's mark, and accounts that are there before their central
 * database is: they are another one's, whose processes would be locked out by the passwords of this.
 */
export async function refuseAnother(session: Session, { centralName, accounts, keys }: Owner): Promise<void> {
  const tables = await listTables(session, centralName);
  const kept = tables.includes("installation") ? await readKept(session, centralName) : undefined;
  if (kept !== undefined && !keys.all.some((key) => fingerprintOf(key) === kept.fingerprint)) {
    throw anotherOne(`${centralName} belongs to another Storehouse: none of the keys in STOREHOUSE_KEYS is its own.`);
  }
  if (tables.length > 0) return;
  const users = [accounts.web.user, accounts.provisioner.user];
  const [taken] = await session.rows<{ name: string }>("select user as name from mysql.user where user in (?)", [
    users,
  ]);
  if (taken !== undefined) {
    throw anotherOne(`The server has an account ${taken.name} and no ${centralName}: another Storehouse uses it.`);
  }
}

const anotherOne = (found: string): Error =>
  new Error(`${found} Nothing was changed. If it is yours to take over: storehouse setup --adopt.`);

/** Marks the central database as this installation's, and takes its factories along when their server's address has changed. */
export async function keepInstallation(session: Session, { adminUrl, centralName, keys }: Place): Promise<void> {
  const { host, port } = parseDatabaseUrl(adminUrl);
  const kept = await readKept(session, centralName);
  if (kept !== undefined) {
    await session.run(
      "update factories set host = ?, port = ?, updated_at = utc_timestamp(3) where host = ? and port = ? and (host <> ? or port <> ?)",
      [host, port, kept.host, kept.port, host, port],
    );
  }
  const values = [fingerprintOf(keys.current), host, port];
  await session.run("replace into installation (id, key_fingerprint, host, port) values (1, ?, ?, ?)", values);
}

async function readKept(session: Session, centralName: string): Promise<Kept | undefined> {
  const [kept] = await session.rows<Kept>(
    `select key_fingerprint as fingerprint, host, port from ${quoteName(centralName)}.installation`,
  );
  return kept;
}
