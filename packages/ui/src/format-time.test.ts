import { expect, test } from "vitest";
import { dayInWords, dayText, momentText } from "./format-time.ts";

test("a day is written as the factory writes days", () => {
  const written = (["words", "dayFirst", "monthFirst", "iso"] as const).map((format) => dayText("2026-11-04", format));
  expect(written).toEqual(["4 Nov 2026", "04/11/2026", "11/04/2026", "2026-11-04"]);
});

test("a moment is told by the factory's clocks, not the reader's", () => {
  const at = new Date("2026-11-24T20:00:00Z");
  expect(momentText(at, { numberFormat: "lakh", dateFormat: "words", timeZone: "Asia/Kolkata" })).toBe(
    "25 Nov 2026, 01:30",
  );
});

test.each([
  ["2026-11-26", "Thursday 26 November 2026, today"],
  ["2026-11-25", "Wednesday 25 November 2026, yesterday"],
  ["2026-11-20", "Friday 20 November 2026, 6 days ago"],
  ["2026-12-03", "Thursday 3 December 2026, in 7 days"],
  ["2025-11-26", "Wednesday 26 November 2025, 12 months ago"],
])("%s is said as %s", (day, words) => expect(dayInWords(day, "2026-11-26")).toBe(words));
