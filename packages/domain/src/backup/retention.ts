import type { BackupState } from "./backup.ts";

/** A backup as the rule of how long it is kept sees it. */
export type KeptBackup = Readonly<{ id: string; state: BackupState; at: Date }>;

/** All of so many days, then the last verified one of each of so many days, weeks and months before that. */
export type Retention = Readonly<{ allDays: number; days: number; weeks: number; months: number }>;

/** A week in full, then a day's for a month, a week's for three, a month's for a year (product.md, Operations). */
export const RETENTION: Retention = { allDays: 7, days: 30, weeks: 13, months: 12 };

const DAY_MS = 86_400_000;

/** Why a backup is kept: it is under way, of the last days, the newest verified one, or the last of its day, week or month. */
export type Kept = "UNDER_WAY" | "RECENT" | "NEWEST_VERIFIED" | "DAY" | "WEEK" | "MONTH";

/**
 * Why each of one factory's backups is kept; those that need not be are not among them. What is under way stays, and so
 * does the newest verified one however old it is: it is what the factory would be restored from.
 */
export function keptBackups(
  backups: readonly KeptBackup[],
  now: Date,
  { allDays, days, weeks, months }: Retention = RETENTION,
): ReadonlyMap<string, Kept> {
  const ageDays = ({ at }: KeptBackup): number => (now.getTime() - at.getTime()) / DAY_MS;
  const verified = backups.filter(({ state }) => state === "VERIFIED").sort((a, b) => b.at.getTime() - a.at.getTime());
  const kept = new Map<string, Kept>();
  for (const backup of backups) {
    if (backup.state === "REQUESTED" || backup.state === "RUNNING") kept.set(backup.id, "UNDER_WAY");
    else if (ageDays(backup) < allDays) kept.set(backup.id, "RECENT");
  }
  const keep = (id: string, why: Kept): unknown => kept.has(id) || kept.set(id, why);
  for (const { id } of verified.slice(0, 1)) keep(id, "NEWEST_VERIFIED");
  const within = (max: number): readonly KeptBackup[] => verified.filter((backup) => ageDays(backup) < max);
  for (const id of latestOfEach(within(days), dayOf)) keep(id, "DAY");
  for (const id of latestOfEach(within(weeks * 7), weekOf)) keep(id, "WEEK");
  for (const id of latestOfEach(within(months * 31), monthOf)) keep(id, "MONTH");
  return kept;
}

/** The backups of one factory that need not be kept any more. */
export function expiredBackups(
  backups: readonly KeptBackup[],
  now: Date,
  retention: Retention = RETENTION,
): readonly string[] {
  const kept = keptBackups(backups, now, retention);
  return backups.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
}

/** The first, which is the latest, of each span of time. */
function latestOfEach(newestFirst: readonly KeptBackup[], spanOf: (at: Date) => string): readonly string[] {
  const latest = new Map<string, string>();
  for (const { id, at } of newestFirst) if (!latest.has(spanOf(at))) latest.set(spanOf(at), id);
  return [...latest.values()];
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
const monthOf = (at: Date): string => at.toISOString().slice(0, 7);
// The first of January 1970 was a Thursday: weeks begin on Mondays.
const weekOf = (at: Date): string => String(Math.floor((at.getTime() / DAY_MS + 3) / 7));
