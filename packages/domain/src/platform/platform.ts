import { z } from "zod";
import type { BackupRow } from "../backup/backup.ts";
import { Day } from "../calendar/day.ts";
import { FACTORY_STATES, type FactoryState, RegisterInput } from "../factory/registration.ts";
import { Id, line, Search } from "../fields.ts";
import { PageInput } from "../page.ts";
import type { SupportGrant } from "../support/support.ts";
import type { SubscriptionFacts } from "../plan/subscription.ts";

/** What the list of factories can be sorted by. */
export const FACTORY_SORTS = ["name", "createdAt", "people", "size", "lastActive", "backup", "errors", "p95"] as const;

export const ListFactoriesInput = PageInput.extend({
  search: Search.optional(),
  state: z.enum(FACTORY_STATES).optional(),
  sort: z
    .strictObject({ by: z.enum(FACTORY_SORTS), direction: z.enum(["asc", "desc"]) })
    .default({ by: "name", direction: "asc" }),
}).strict();
export type ListFactoriesInput = z.infer<typeof ListFactoriesInput>;

/** A factory as the operator's list shows it: everything but what it keeps. */
export type FactoryOverview = Readonly<{
  id: string;
  factoryName: string;
  dbName: string;
  state: FactoryState;
  plan: string;
  subscription: SubscriptionFacts;
  people: number;
  maxConnections: number;
  schemaVersion: number;
  sizeBytes: number | null;
  lastActiveAt: string | null;
  /** When the data of the latest backup that was restored to see is of. */
  verifiedBackupAt: string | null;
  isBackupStale: boolean;
  /** Of the last hour: calls answered, those that failed by our fault, and what 95 of 100 stayed within. */
  calls: number;
  failed: number;
  p95Ms: number | null;
  quarantineReason: string | null;
  suspendReason: string | null;
  createdAt: string;
}>;

export const FactoryByIdInput = z.strictObject({ factoryId: Id });
export type FactoryByIdInput = z.infer<typeof FactoryByIdInput>;

/** One factory as its page shows it. */
export type FactoryPage = FactoryOverview &
  Readonly<{
    suspendedAt: string | null;
    /** What a sign-up that came to nothing said. */
    error: string | null;
    server: string;
    /** What the worker calls that server. */
    serverName: string;
    archivedAt: string | null;
    /** True once it is archived and its days are over. */
    isDeletable: boolean;
    backups: readonly BackupRow[];
    /** True while the first master's link can be made: an operator made the factory, and nobody has worked in it. */
    awaitsFirstMaster: boolean;
    /** The factory lets support look. */
    supportGrant: SupportGrant | null;
  }>;

export const SuspendFactoryInput = FactoryByIdInput.extend({ reason: line(255) });
export type SuspendFactoryInput = z.infer<typeof SuspendFactoryInput>;

export const BackUpFactoryInput = FactoryByIdInput.extend({ id: Id });
export type BackUpFactoryInput = z.infer<typeof BackUpFactoryInput>;

/** Names one of a factory's side copies. */
export const FactoryCopyInput = FactoryByIdInput.extend({ id: Id });
export type FactoryCopyInput = z.infer<typeof FactoryCopyInput>;

export const OpenFactoryCopyInput = FactoryCopyInput.extend({ backupId: Id });
export type OpenFactoryCopyInput = z.infer<typeof OpenFactoryCopyInput>;

/** Puts a side copy in the factory's place, or approves one of another's. `confirm` is the name of the factory's database. */
export const ReplaceFactoryInput = FactoryCopyInput.extend({ confirm: z.string().max(64, "TOO_LONG") });
export type ReplaceFactoryInput = z.infer<typeof ReplaceFactoryInput>;

/** What an operator makes a factory with; its first master chooses a password by a link. */
export const CreateFactoryInput = RegisterInput.omit({ admin_password: true });
export type CreateFactoryInput = z.infer<typeof CreateFactoryInput>;

export const ListEventsInput = PageInput.extend({
  /** `worker`, `operator` for the command line, or an operator's username. */
  actor: line(100).optional(),
  action: line(64).optional(),
  factoryId: Id.optional(),
  from: Day.optional(),
  to: Day.optional(),
}).strict();
export type ListEventsInput = z.infer<typeof ListEventsInput>;

/** A line of the service's own log. */
export type PlatformEventRow = Readonly<{
  id: string;
  at: string;
  actor: string;
  action: string;
  factoryId: string | null;
  factoryName: string | null;
  detail: Readonly<Record<string, unknown>> | null;
}>;

/** The fleet at a glance. */
export type PlatformDashboard = Readonly<{
  now: string;
  states: readonly Readonly<{ state: FactoryState; count: number }>[];
  plans: readonly Readonly<{ plan: string; count: number }>[];
  versions: readonly Readonly<{ version: number; count: number }>[];
  /** Factories made in each of the last weeks, the oldest first. */
  growth: readonly Readonly<{ weekOf: string; count: number }>[];
  staleBackups: number;
  failedBackups: readonly Readonly<{
    factoryName: string | null;
    factoryId: string | null;
    at: string;
    reason: string;
  }>[];
  /** Jobs of the worker's timetable whose last run failed, and how many in a row did. */
  failingJobs: readonly Readonly<{ name: string; at: string | null; inARow: number; error: string }>[];
  quarantined: readonly Readonly<{ id: string; factoryName: string; reason: string }>[];
  lastVerifiedAt: string | null;
  calls: number;
  failed: number;
  p95Ms: number | null;
  isSignUpOpen: boolean;
  isDirectoryOpen: boolean;
}>;

export const SetSignUpInput = z.strictObject({ isOpen: z.boolean() });
export type SetSignUpInput = z.infer<typeof SetSignUpInput>;

/** The factories of the installation, for whoever asks, where it shows them. */
export const ListDirectoryInput = PageInput.strict();
export type ListDirectoryInput = z.infer<typeof ListDirectoryInput>;

/** A factory as the directory shows it: its name and whether it is at work. */
export type DirectoryRow = Readonly<{ factoryName: string; state: FactoryState }>;

export const SetDirectoryInput = z.strictObject({ isOpen: z.boolean() });
export type SetDirectoryInput = z.infer<typeof SetDirectoryInput>;
