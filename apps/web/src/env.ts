import { parseAuthSecrets } from "@storehouse/auth";
import { type BackupStore, openStore } from "@storehouse/backup/desk";
import { TRIAL_DAYS, type WebhookReach } from "@storehouse/domain";
import { type DatabaseAddress, type Keys, parseDatabaseUrl, readKeys } from "@storehouse/tenancy";
import { join } from "node:path";
import { z } from "zod";

/** What the web process is told from outside. */
export type Env = Readonly<{
  isDevelopment: boolean;
  centralUrl: string;
  keys: Keys;
  authSecrets: readonly string[];
  publicUrl: URL;
  host: string;
  port: number;
  trustedProxyHops: number;
  connectionBudget: number | undefined;
  registrationsPerHour: number;
  trialDays: number | null;
  registrationsPerAddressPerHour: number;
  factoryServer: Pick<DatabaseAddress, "host" | "port">;
  logLevel: string;
  crashFolder: string;
  metricsToken: string | undefined;
  webhookReach: WebhookReach;
  backupFolder: string;
  backupStore: BackupStore | undefined;
}>;

type Variables = Readonly<Record<string, string | undefined>>;

const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "::1", "localhost"]);

/** Reads the environment; the only place that does. Throws with the variable's name, never its value, when it can't be started with. */
export function readEnv(env: Variables = process.env): Env {
  const isDevelopment = env["STOREHOUSE_DEV"] === "1";
  const host = env["HOST"] || "127.0.0.1";
  const port = count(env, "PORT", 3000);
  // Development tools answer whoever can reach them.
  if (isDevelopment && !LOOPBACK.has(host)) throw new Error("HOST: development listens on this machine only.");
  const centralUrl = env["CENTRAL_DATABASE_URL"] ?? "";
  const central = parseDatabaseUrl(centralUrl);
  return {
    isDevelopment,
    centralUrl,
    keys: readKeys(env),
    authSecrets: parseAuthSecrets(env["AUTH_SECRET"]),
    publicUrl: publicUrlOf(env["PUBLIC_URL"] || `http://localhost:${port}`),
    host,
    port,
    trustedProxyHops: count(env, "TRUSTED_PROXY_HOPS", 0),
    connectionBudget: env["CONNECTION_BUDGET"] ? count(env, "CONNECTION_BUDGET", 0) : undefined,
    registrationsPerHour: count(env, "REGISTRATIONS_PER_HOUR", 60),
    registrationsPerAddressPerHour: count(env, "REGISTRATIONS_PER_ADDRESS_PER_HOUR", 5),
    trialDays: count(env, "TRIAL_DAYS", TRIAL_DAYS) || null,
    factoryServer: { host: central.host, port: central.port },
    logLevel: env["LOG_LEVEL"] || "info",
    metricsToken: metricsTokenOf(env["METRICS_TOKEN"]),
    webhookReach: { isLoopbackAllowed: env["WEBHOOKS_LOOPBACK"] === "1" },
    backupFolder: env["BACKUP_DIR"] || join(import.meta.dirname, "../../../.data/db-backups"),
    backupStore: openStore(env),
    crashFolder: env["LOG_DIR"] || join(import.meta.dirname, "../../../.data/logs"),
  };
}

const Count = z.coerce.number().int().min(0).max(1_000_000);

function count(env: Variables, name: string, otherwise: number): number {
  const text = env[name];
  if (text === undefined || text === "") return otherwise;
  const parsed = Count.safeParse(text);
  if (!parsed.success) throw new Error(`${name} is not a whole number from 0 on.`);
  return parsed.data;
}

const TOKEN_MIN = 16;

function metricsTokenOf(text: string | undefined): string | undefined {
  if (text === undefined || text === "") return undefined;
  if (text.length < TOKEN_MIN) throw new Error(`METRICS_TOKEN has fewer than ${TOKEN_MIN} characters.`);
  return text;
}

function publicUrlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw new Error("PUBLIC_URL reads http(s)://host:port.");
  return url;
}
