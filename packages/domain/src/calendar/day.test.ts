import { expect, test } from "vitest";
import { addDays, Day, daysBetween, isDay, weekdayOf } from "./day.ts";
import { dayIn, endOfDay, isTimeZone, noonOf, startOfDay } from "./time-zone.ts";

test.each([
  ["2024-02-29", true],
  ["2026-02-29", false],
  ["2026-13-01", false],
  ["2026-1-1", false],
  ["", false],
])("%j is a day: %s", (text, expected) => {
  expect(isDay(text)).toBe(expected);
  expect(Day.safeParse(text).success).toBe(expected);
});

test("days are counted over the ends of months and years", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
  expect(daysBetween("2026-11-24", "2026-12-01")).toBe(7);
  expect(weekdayOf("2026-11-26")).toBe(4);
});

test("a zone is a name of the list", () => {
  expect(["Asia/Kolkata", "UTC", "America/New_York"].every(isTimeZone)).toBe(true);
  expect(["Mars/Olympus", "+05:30", "", "Asia/"].some(isTimeZone)).toBe(false);
});

test("a day begins and ends by the clocks of its zone", () => {
  expect(dayIn("Asia/Kolkata", new Date("2026-11-25T18:29:59.999Z"))).toBe("2026-11-25");
  expect(dayIn("Asia/Kolkata", new Date("2026-11-25T18:30:00Z"))).toBe("2026-11-26");
  expect(startOfDay("Asia/Kolkata", "2026-11-26").toISOString()).toBe("2026-11-25T18:30:00.000Z");
  expect(endOfDay("Asia/Kolkata", "2026-11-26").toISOString()).toBe("2026-11-26T18:29:59.999Z");
  expect(noonOf("America/New_York", "2026-07-01").toISOString()).toBe("2026-07-01T16:00:00.000Z");
});

test("days of 23 and 25 hours are whole, and one without a midnight begins at one", () => {
  const hours = (zone: string, day: string) =>
    (endOfDay(zone, day).getTime() + 1 - startOfDay(zone, day).getTime()) / 3_600_000;
  expect(hours("Europe/Berlin", "2026-03-29")).toBe(23);
  expect(hours("Europe/Berlin", "2026-10-25")).toBe(25);
  // In Beirut clocks go from 24:00 to 1:00.
  expect(startOfDay("Asia/Beirut", "2026-03-29").toISOString()).toBe("2026-03-28T22:00:00.000Z");
});

test("every moment lies within its own day, whatever the zone", () => {
  for (const zone of [
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Asia/Kathmandu",
    "America/St_Johns",
    "Europe/London",
  ]) {
    for (let at = Date.parse("2026-01-01T00:10:00Z"); at < Date.parse("2027-01-01"); at += 7 * 3_600_000 + 11) {
      const day = dayIn(zone, new Date(at));
      expect(at).toBeGreaterThanOrEqual(startOfDay(zone, day).getTime());
      expect(at).toBeLessThanOrEqual(endOfDay(zone, day).getTime());
    }
  }
});
