import { randomBytes } from "node:crypto";
import { type Central, openCentral } from "../central.ts";
import { parseDatabaseUrl } from "../database-url.ts";
import { parseKeys } from "../keys.ts";
import { type FactoryRequest, type FactoryServer, requestFactory } from "../registration/request-factory.ts";
import { accountName, quoteName } from "./grants.ts";
import { openProvisioner, type Provisioner } from "./open-provisioner.ts";
import { openSession, type Session } from "./open-session.ts";
import { setUp } from "./set-up.ts";

/** An installation of a test's own: a central database and accounts that no other test has. */
export type ScratchInstallation = Readonly<{
  /** Begins every name that the test makes. */
  prefix: string;
  centralName: string;
  provisionerUrl: string;
  webUrl: string;
  keys: string;
  server: FactoryServer;
  provisioner: Provisioner;
  /** The central database with no more than the web's rights. */
  web: Central;
  admin: Session;
  /** Reserves a factory as the web does, without making it. */
  request: (name: string) => Promise<string>;
  /** Databases on the server that begin with the prefix, the central one left out. */
  listDatabases: () => Promise<readonly string[]>;
  /** Users that factories of this installation have or had. */
  listUsers: () => Promise<readonly string[]>;
  drop: () => Promise<void>;
}>;

/** Sets up an installation on the server at `adminUrl`; `drop` removes all that begins with its prefix. */
export async function createScratchInstallation(adminUrl: string): Promise<ScratchInstallation> {
  const prefix = `s${randomBytes(4).toString("hex")}_`;
  const centralName = `${prefix}central`;
  const web = { user: `${prefix}web`, password: randomBytes(12).toString("base64url") };
  const provisioner = { user: `${prefix}provisioner`, password: randomBytes(12).toString("base64url") };
  const keys = `k1:${randomBytes(32).toString("base64")}`;
  await setUp({ adminUrl, centralName, accounts: { web, provisioner }, keys: parseKeys(keys) });

  const admin = await openSession(parseDatabaseUrl(adminUrl));
  const provisionerUrl = urlFor(adminUrl, provisioner, centralName);
  const webUrl = urlFor(adminUrl, web, centralName);
  const opened = openProvisioner({ url: provisionerUrl, keys: parseKeys(keys) });
  const central = openCentral(webUrl);
  const { host, port } = central.address;
  const listDatabases = () => namesLike(admin, prefix).then((names) => names.filter((name) => name !== centralName));
  const listUsers = () => factoryUsers(admin, centralName);
  return {
    prefix,
    centralName,
    provisionerUrl,
    webUrl,
    keys,
    admin,
    listDatabases,
    listUsers,
    server: { host, port },
    provisioner: opened,
    web: central,
    request: async (name) =>
      (await requestFactory(central.db, requestOf(`${prefix}${name}`), { host, port })).factoryId,
    drop: async () => {
      await Promise.all([opened.close(), central.close()]);
      for (const user of [...(await listUsers()), web.user, provisioner.user]) {
        await admin.run(`DROP USER IF EXISTS ${accountName(user)}`);
      }
      for (const name of await namesLike(admin, prefix)) await admin.run(`DROP DATABASE ${quoteName(name)}`);
      await admin.close();
    },
  };
}

/** A sign-up under the given database name, by a master called asha. */
export const requestOf = (dbName: string, factoryName = `Factory ${dbName}`): FactoryRequest => ({
  factory_name: factoryName,
  db_name: dbName,
  admin_username: "asha",
  admin_name: "Asha Rao",
  admin_email: "",
  adminPasswordHash: "$argon2id$not-a-real-hash",
});

function urlFor(adminUrl: string, account: { user: string; password: string }, database: string): string {
  const url = new URL(adminUrl);
  url.username = account.user;
  url.password = account.password;
  url.pathname = `/${database}`;
  return url.href;
}

async function namesLike(admin: Session, prefix: string): Promise<readonly string[]> {
  const rows = await admin.rows<{ name: string }>(
    "select schema_name as name from information_schema.schemata where schema_name like ?",
    [`${prefix.replaceAll("_", "\\_")}%`],
  );
  return rows.map(({ name }) => name);
}

async function factoryUsers(admin: Session, centralName: string): Promise<readonly string[]> {
  const rows = await admin.rows<{ name: string }>(
    `select user as name from mysql.user where user in (select db_user collate utf8mb4_bin from ${quoteName(centralName)}.factories)`,
  );
  return rows.map(({ name }) => name);
}
