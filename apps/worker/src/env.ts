import type { WebhookReach } from "@storehouse/domain";
import { type BackupStore, openStore, readPrograms, type ProgramPlaces } from "@storehouse/backup";
import { isMailAddress } from "@storehouse/services";
import { type Keys, readKeys } from "@storehouse/tenancy";
import { parseServers, type ServerUrls } from "@storehouse/tenancy/provision";

/** How e-mail leaves: through the server at `smtpUrl`, or without one into a log. Links lead to `publicUrl`. */
export type MailSettings = Readonly<{ smtpUrl: string | null; from: string; publicUrl: string | null }>;

/** What the worker is told by its environment. */
export type WorkerEnv = Readonly<{
  centralUrl: string;
  provisionerUrl: string;
  keys: Keys;
  /** Further database servers that factories can be moved to, with the provisioner's account there. */
  servers: ServerUrls;
  logFolder: string;
  /** Where backups stand: in a folder, or in a bucket instead. */
  backupFolder: string;
  backupStore: BackupStore | undefined;
  /** Dump and restore programs: on the PATH, or as DUMP_COMMAND and RESTORE_COMMAND name them. */
  backupPrograms: ProgramPlaces;
  /** The account that may read the server's binary log; without one nobody goes back to a moment. */
  logReaderUrl: string | null;
  mail: MailSettings;
  /** Where webhooks may go besides the public internet: to this machine, in development and tests. */
  webhookReach: WebhookReach;
  logLevel: string;
}>;

/** Reads the environment. Throws naming the variable that is missing or unfit. */
export function readEnv(env: NodeJS.ProcessEnv = process.env): WorkerEnv {
  return {
    centralUrl: required(env, "CENTRAL_DATABASE_URL"),
    provisionerUrl: required(env, "PROVISIONER_DATABASE_URL"),
    keys: readKeys(env),
    servers: parseServers(env["DATABASE_SERVERS"]),
    logFolder: env["LOG_DIR"] ?? "logs",
    backupFolder: env["BACKUP_DIR"] || "db-backups",
    backupStore: openStore(env),
    backupPrograms: readPrograms(env),
    logReaderUrl: env["LOG_DATABASE_URL"] || null,
    mail: readMail(env),
    webhookReach: { isLoopbackAllowed: env["WEBHOOKS_LOOPBACK"] === "1" },
    logLevel: env["LOG_LEVEL"] ?? "info",
  };
}

function readMail(env: NodeJS.ProcessEnv): MailSettings {
  const smtpUrl = env["SMTP_URL"] || null;
  if (smtpUrl !== null && !/^smtps?:\/\//.test(smtpUrl))
    throw new Error("SMTP_URL does not begin with smtp:// or smtps://.");
  const from = smtpUrl === null ? env["MAIL_FROM"] || "storehouse@factory.invalid" : required(env, "MAIL_FROM");
  if (!isMailAddress(from)) throw new Error("MAIL_FROM is not one plain e-mail address.");
  return { smtpUrl, from, publicUrl: env["PUBLIC_URL"] || null };
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (value === undefined || value === "") throw new Error(`${name} is not set.`);
  return value;
}
