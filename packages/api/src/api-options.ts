import type { RegistrationCaps } from "@storehouse/auth";
import type { BackupStore } from "@storehouse/backup/desk";
import type { WebhookReach } from "@storehouse/domain";
import type { Keys, Tenancy } from "@storehouse/tenancy";

/** A call that was answered: which procedure, how it ended, and how long that took; of a stream, until it began. */
export type AnsweredCall = Readonly<{ procedure: string; outcome: "ok" | "refused" | "failed"; ms: number }>;

/** What a process gives its API. */
export type ApiOptions = Readonly<{
  tenancy: Tenancy;
  /** The first signs session tokens, all of them verify. */
  authSecrets: readonly string[];
  /** Lock what a factory's database holds of people's secrets. */
  keys: Keys;
  /** Where people reach the service: links are built from it, never from what a request claims. */
  publicUrl: URL;
  /** True where the public address is https: cookies are then kept from plain http. */
  isSecure: boolean;
  /** How many proxies in front write X-Forwarded-For. */
  trustedProxyHops: number;
  registrationCaps: RegistrationCaps;
  /** Where backups stand: in a folder, or in a bucket instead. */
  backupFolder: string;
  backupStore?: BackupStore | undefined;
  /** Where the databases of new factories are made. */
  factoryServer: Readonly<{ host: string; port: number }>;
  /** For how many days those who sign up try the service; null for as long as they like. */
  trialDays: number | null;
  /** Where webhooks may go besides the public internet. */
  webhookReach: WebhookReach;
  /** Hears of every bug that became a 500, described without the values it was about. */
  onBug: (bug: Readonly<{ requestId: string; path: string | undefined }> & Readonly<Record<string, unknown>>) => void;
  /** Hears of every call that was answered, for the figures of the process. */
  onCall?: (call: AnsweredCall) => void;
}>;
