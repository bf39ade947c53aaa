import { expect, test } from "vitest";
import { backupSlot, isBackupStale, nextBackupAt } from "./backup.ts";
import type { KeptBackup } from "./retention.ts";
import { expiredBackups, keptBackups } from "./retention.ts";

const NOW = new Date("2026-11-26T12:00:00Z");
const hoursAgo = (hours: number): Date => new Date(NOW.getTime() - hours * 3_600_000);
const backup = (id: string, hours: number, state: KeptBackup["state"] = "VERIFIED"): KeptBackup => ({
  id,
  state,
  at: hoursAgo(hours),
});
const kept = (backups: readonly KeptBackup[]): readonly string[] => {
  const expired = new Set(expiredBackups(backups, NOW));
  return backups.filter(({ id }) => !expired.has(id)).map(({ id }) => id);
};

test("a week is kept in full, whatever came of it", () => {
  const week = [backup("a", 1), backup("b", 5, "FAILED"), backup("c", 100, "STORED"), backup("d", 167)];
  expect(kept(week)).toEqual(["a", "b", "c", "d"]);
});

test("before that, a day's, a week's and a month's last verified one", () => {
  const year = Array.from({ length: 366 * 6 }, (_, index) => backup(String(index), index * 4));
  const ages = kept(year).map((id) => (Number(id) * 4) / 24);
  expect(ages.filter((age) => age < 7)).toHaveLength(42);
  expect(ages.filter((age) => age >= 7 && age < 30)).toHaveLength(23);
  expect(ages.filter((age) => age >= 30 && age < 91).length).toBeGreaterThanOrEqual(8);
  expect(ages.filter((age) => age >= 91 && age < 366).length).toBeLessThanOrEqual(12);
  expect(Math.max(...ages)).toBeGreaterThan(300);
});

test("the newest verified one stays however old it is; failed and unchecked ones of long ago go", () => {
  const old = [
    backup("verified", 24 * 900),
    backup("older", 24 * 901),
    backup("failed", 24 * 8, "FAILED"),
    backup("stored", 24 * 9, "STORED"),
  ];
  expect(kept(old)).toEqual(["verified"]);
});

test("what is under way is never removed", () => {
  expect(kept([backup("r", 24 * 400, "RUNNING"), backup("q", 24 * 400, "REQUESTED")])).toEqual(["r", "q"]);
});

test("a turn begins every four hours in UTC, and two of them without a verified backup are too many", () => {
  expect(backupSlot(new Date("2026-11-26T15:59:59Z"))).toBe("2026-11-26T12:00Z");
  expect(nextBackupAt(NOW).toISOString()).toBe("2026-11-26T16:00:00.000Z");
  expect(isBackupStale(hoursAgo(8), NOW)).toBe(false);
  expect(isBackupStale(hoursAgo(8.1), NOW)).toBe(true);
  expect(isBackupStale(null, NOW)).toBe(true);
});

test("each that is kept says why", () => {
  const backups = [
    backup("under way", 24 * 9, "RUNNING"),
    backup("recent", 24 * 2, "FAILED"),
    backup("newest", 24 * 8),
    backup("day", 24 * 9),
    backup("week", 24 * 45),
    backup("month", 24 * 200),
    backup("gone", 24 * 8, "FAILED"),
  ];
  expect(Object.fromEntries(keptBackups(backups, NOW))).toEqual({
    "under way": "UNDER_WAY",
    recent: "RECENT",
    newest: "NEWEST_VERIFIED",
    day: "DAY",
    week: "WEEK",
    month: "MONTH",
  });
});
