import { type BackupContext, openStore, readPrograms, readStoreSettings } from "@storehouse/backup";
import { keysText } from "@storehouse/tenancy";
import { parseServers, type ServerUrls } from "@storehouse/tenancy/provision";
import { UsageError } from "./usage-error.ts";

/** What the commands are told by their environment; each asks for its own part, so that none needs a secret it does not use. */
export type CliEnv = Readonly<{
  /** The administrator's way to the server; only `setup` and `check-server` want it. */
  adminUrl: () => string;
  provisionerUrl: () => string;
  /** The central database, with whichever account this process was given. */
  centralUrl: () => string;
  /** Further database servers, as the worker is told of them. */
  servers: () => ServerUrls;
  keys: () => string;
  /** What seals sign-in links, and the address they lead to: those of the web process. */
  authSecret: () => string;
  publicUrl: () => string;
  /** The same, where the kit of keys may leave it out. */
  sessionSecret: string | undefined;
  backups: () => BackupPlace;
  centralName: string;
  webPassword: () => string;
  provisionerPassword: () => string;
  accountPrefix: string;
  /** False wherever it is not said that nothing real is kept here. */
  isDevelopment: boolean;
  seedPassword: string | undefined;
}>;

/** Where backups are kept, and the programs that take and restore them. */
export type BackupPlace = Pick<BackupContext, "folder" | "store" | "programs"> &
  Readonly<{ bucket: ReturnType<typeof readStoreSettings> }>;

/** Reads the environment. What is missing is said when it is asked for. */
export function readEnv(env: NodeJS.ProcessEnv = process.env): CliEnv {
  const required = (name: string): string => {
    const value = env[name];
    if (value === undefined || value === "") throw new UsageError(`${name} is not set.`);
    return value;
  };
  return {
    adminUrl: () => required("DATABASE_URL"),
    provisionerUrl: () => required("PROVISIONER_DATABASE_URL"),
    centralUrl: () => env["PROVISIONER_DATABASE_URL"] ?? required("CENTRAL_DATABASE_URL"),
    servers: () => parseServers(env["DATABASE_SERVERS"]),
    keys: () => keysText(env) || required("STOREHOUSE_KEYS"),
    authSecret: () => required("AUTH_SECRET"),
    publicUrl: () => required("PUBLIC_URL"),
    sessionSecret: env["AUTH_SECRET"] || undefined,
    backups: () => readBackupPlace(env),
    centralName: env["CENTRAL_DATABASE_NAME"] ?? "central_db",
    webPassword: () => required("WEB_DATABASE_PASSWORD"),
    provisionerPassword: () => required("PROVISIONER_DATABASE_PASSWORD"),
    accountPrefix: env["DATABASE_ACCOUNT_PREFIX"] ?? "storehouse_",
    isDevelopment: env["NODE_ENV"] === "development" || env["NODE_ENV"] === "test",
    seedPassword: env["SEED_PASSWORD"] || undefined,
  };
}

const readBackupPlace = (env: NodeJS.ProcessEnv): BackupPlace => ({
  folder: env["BACKUP_DIR"] || "db-backups",
  store: openStore(env),
  bucket: readStoreSettings(env),
  programs: readPrograms(env),
});
