import { expect, test } from "vitest";
import { readDay } from "./read-day.ts";

// A Thursday.
const today = "2026-11-26";
const read = (text: string, more: Partial<Parameters<typeof readDay>[1]> = {}) =>
  readDay(text, { today, dateFormat: "words", ...more });

test.each([
  ["today", "2026-11-26"],
  ["yesterday", "2026-11-25"],
  ["Tomorrow", "2026-11-27"],
  ["fri", "2026-11-20"],
  ["Thu", "2026-11-26"],
  ["last thu", "2026-11-19"],
  ["next thursday", "2026-12-03"],
  ["next fri", "2026-11-27"],
  ["-2w", "2026-11-12"],
  ["+3d", "2026-11-29"],
  ["-1m", "2026-10-26"],
  ["-1y", "2025-11-26"],
  ["-5", "2026-11-21"],
  ["2 weeks ago", "2026-11-12"],
  ["in 3 days", "2026-11-29"],
  ["12/3", "2026-03-12"],
  ["3.12", "2025-12-03"],
  ["3/25", "2026-03-25"],
  ["12/3/25", "2025-03-12"],
  ["1-2-2026", "2026-02-01"],
  ["24", "2026-11-24"],
  ["30th", "2026-10-30"],
  ["31", "2026-10-31"],
  ["24 nov", "2026-11-24"],
  ["Nov 24, 2025", "2025-11-24"],
  ["24-nov-26", "2026-11-24"],
  ["24 december", "2025-12-24"],
  ["2026-11-24", "2026-11-24"],
  ["20261124", "2026-11-24"],
])("%j is %s", (text, day) => expect(read(text)).toEqual({ day }));

test("a month of fewer days has its last for the one it lacks", () => {
  expect(read("-1m", { today: "2026-03-31" })).toEqual({ day: "2026-02-28" });
});

test("where months come first, 12/3 is in December; what can't be is read the other way", () => {
  expect(read("12/3", { dateFormat: "monthFirst" })).toEqual({ day: "2025-12-03" });
  expect(read("25/3", { dateFormat: "monthFirst" })).toEqual({ day: "2026-03-25" });
});

test("a field that looks ahead reads what is to come", () => {
  const lean = "future";
  expect(read("fri", { lean })).toEqual({ day: "2026-11-27" });
  expect(read("12/3", { lean })).toEqual({ day: "2027-03-12" });
  expect(read("24", { lean })).toEqual({ day: "2026-12-24" });
});

test.each([
  "",
  "soon",
  "31/2",
  "30 feb",
  "fr",
  "99",
  "13/13",
  "1899-01-01",
  "2100-01-01",
  "2",
  "12/",
  "x".repeat(9_999),
])("%j can't be read, or is a day of the month", (text) =>
  expect(read(text)).toEqual(text === "2" ? { day: "2026-11-02" } : { reason: "DAY_UNREADABLE" }),
);
