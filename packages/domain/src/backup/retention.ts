import type { BackupState } from "./backup.ts";

/** A backup as the rule of how long it is kept sees it. */
export type KeptBackup = Readonly<{ id: string; state: BackupState; at: Date }>;

/** All of so many days, then the last verified one of each of so many days, weeks and months before that. */
export type Retention = Readonly<{ allDays: number; days: number; weeks: number; months: number }>;

/** A week in full, then a day's for a month, a week's for three, a month's for a year (product.md, Operations). */
export const RETENTION: Retention = { allDays: 7, days: 30, weeks: 13, months: 12 };

const DAY_MS = 86_400_000;

/**
 * The backups of one factory that need not be kept any more. What is under way stays, and so does the newest verified
 * one however old it is: it is what the factory would be restored from.
 */
export function expiredBackups(
  backups: readonly KeptBackup[],
  now: Date,
  retention: Retention = RETENTION,
): readonly string[] {
  const ageDays = ({ at }: KeptBackup): number => (now.getTime() - at.getTime()) / DAY_MS;
  const verified = backups.filter(({ state }) => state === "VERIFIED").sort((a, b) => b.at.getTime() - a.at.getTime());
  const kept = new Set(verified.slice(0, 1).map(({ id }) => id));
  const { days, weeks, months } = retention;
  keepLatestOf(
    kept,
    verified.filter((backup) => ageDays(backup) < days),
    dayOf,
  );
  keepLatestOf(
    kept,
    verified.filter((backup) => ageDays(backup) < weeks * 7),
    weekOf,
  );
  keepLatestOf(
    kept,
    verified.filter((backup) => ageDays(backup) < months * 31),
    monthOf,
  );
  return backups
    .filter(({ id, state }) => !kept.has(id) && state !== "REQUESTED" && state !== "RUNNING")
    .filter((backup) => ageDays(backup) >= retention.allDays)
    .map(({ id }) => id);
}

/** Keeps the first, which is the latest, of each span of time. */
function keepLatestOf(kept: Set<string>, newestFirst: readonly KeptBackup[], spanOf: (at: Date) => string): void {
  const seen = new Set<string>();
  for (const { id, at } of newestFirst) {
    const span = spanOf(at);
    if (!seen.has(span)) kept.add(id);
    seen.add(span);
  }
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
const monthOf = (at: Date): string => at.toISOString().slice(0, 7);
// The first of January 1970 was a Thursday: weeks begin on Mondays.
const weekOf = (at: Date): string => String(Math.floor((at.getTime() / DAY_MS + 3) / 7));
