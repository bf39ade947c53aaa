import type { BackupRow } from "@storehouse/domain";
import type { Meaning } from "@storehouse/ui";
import { t, wordsOf } from "../../language/t.ts";

/** What each state of a backup is called. */
export const STATE_WORDS = wordsOf({
  REQUESTED: "backup.requested",
  RUNNING: "backup.running",
  STORED: "backup.stored",
  VERIFIED: "backup.verified",
  FAILED: "backup.failed",
}) satisfies Record<BackupRow["state"], string>;

/** What each state means; the others are on their way. */
export const STATE_MEANINGS: Partial<Record<BackupRow["state"], Meaning>> = { VERIFIED: "fine", FAILED: "problem" };

const MINUTE_MS = 60_000;

/** How long ago a backup was checked, as the page's largest words. */
export function checkedText(verifiedAt: string, now: string): string {
  const minutes = Math.floor((Date.parse(now) - Date.parse(verifiedAt)) / MINUTE_MS);
  if (minutes < 1) return t("backup.justNow");
  if (minutes < 60) return t("backup.minutesAgo", { count: minutes });
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? t("backup.hoursAgo", { count: hours }) : t("backup.daysAgo", { count: Math.floor(hours / 24) });
}

const UNITS = ["B", "kB", "MB", "GB", "TB"] as const;

/** A size as people say it: "56 kB", "1.2 GB". */
export function sizeText(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** step;
  return `${value < 10 && step > 0 ? value.toFixed(1) : Math.round(value)} ${UNITS[step] ?? ""}`;
}
