import { join } from "node:path";
import { withAccount } from "../database/database-url.ts";
import type { Secrets } from "../secrets.ts";

/** The accounts that `storehouse setup` makes; each process is given only its own. */
const ACCOUNTS = { web: "storehouse_web", provisioner: "storehouse_provisioner" } as const;

export type AppAddress = { host: string; port: number; publicUrl: string };
export type AppEnvironment = Record<"setup" | "web" | "worker", Record<string, string>>;

type Wish = {
  folder: string;
  adminUrl: string;
  secrets: Secrets;
  address: AppAddress;
  isDevelopment: boolean;
  /** How many factories may sign up in an hour; the product's own limits when not given. */
  registrationsPerHour?: number;
  /** True where webhooks may be told to this machine. Development always may. */
  mayTellLoopback?: boolean;
};

/** What each process may know. The admin's address goes to setup alone, the provisioner's to the worker alone. */
export function appEnvironment(wish: Wish): AppEnvironment {
  const { folder, adminUrl, secrets, address, isDevelopment, registrationsPerHour, mayTellLoopback } = wish;
  const centralName = process.env["CENTRAL_DATABASE_NAME"] ?? "central_db";
  const web = { user: ACCOUNTS.web, password: secrets.webDatabasePassword };
  const provisioner = { user: ACCOUNTS.provisioner, password: secrets.provisionerDatabasePassword };
  const common = {
    ...inherited(),
    NODE_ENV: isDevelopment ? "development" : "production",
    ...(isDevelopment ? { STOREHOUSE_DEV: "1" } : {}),
    ...(isDevelopment || mayTellLoopback ? { WEBHOOKS_LOOPBACK: "1" } : {}),
    STOREHOUSE_KEYS: secrets.keys,
    AUTH_SECRET: secrets.authSecret,
    PUBLIC_URL: address.publicUrl,
    LOG_DIR: process.env["LOG_DIR"] ?? join(folder, "logs"),
    BACKUP_DIR: process.env["BACKUP_DIR"] ?? join(folder, "db-backups"),
    CENTRAL_DATABASE_URL: withAccount(adminUrl, web, centralName),
    ...given("BACKUP_S3_SECRET_ACCESS_KEY"),
  };
  const provisionerUrl = withAccount(adminUrl, provisioner, centralName);
  return {
    setup: {
      ...inherited(),
      DATABASE_URL: adminUrl,
      // It leaves the mark by which the installation knows its database again.
      STOREHOUSE_KEYS: secrets.keys,
      WEB_DATABASE_PASSWORD: secrets.webDatabasePassword,
      PROVISIONER_DATABASE_PASSWORD: secrets.provisionerDatabasePassword,
    },
    web: {
      ...common,
      ...given("METRICS_TOKEN"),
      ...registrationCaps(registrationsPerHour),
      HOST: address.host,
      PORT: String(address.port),
    },
    worker: {
      ...common,
      ...given("SMTP_URL"),
      ...given("LOG_DATABASE_URL"),
      ...given("DATABASE_SERVERS"),
      PROVISIONER_DATABASE_URL: provisionerUrl,
    },
  };
}

function registrationCaps(perHour: number | undefined): Record<string, string> {
  if (perHour === undefined) return {};
  return { REGISTRATIONS_PER_HOUR: String(perHour), REGISTRATIONS_PER_ADDRESS_PER_HOUR: String(perHour) };
}

/** A secret that one process alone needs: only the worker sends mail, and reads the server's log. */
function given(name: string): Record<string, string> {
  const value = process.env[name];
  return value === undefined ? {} : { [name]: value };
}

/** The caller's environment without what only some processes may see. */
function inherited(): Record<string, string> {
  const isSecret = (name: string): boolean =>
    /^DATABASE_|_DATABASE_URL$|_PASSWORD$|^AUTH_SECRET$|^STOREHOUSE_KEYS$|^SMTP_URL$|^METRICS_TOKEN$|^BACKUP_S3_SECRET/.test(
      name,
    );
  const kept = Object.entries(process.env).filter(([name, value]) => value !== undefined && !isSecret(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, value ?? ""]));
}
