import { expect, test } from "vitest";
import { addDays } from "../calendar/day.ts";
import { dayIn } from "../calendar/time-zone.ts";
import { lastDays } from "./last-days.ts";

test("the last seven days end with the factory's today", () => {
  const days = lastDays(new Date("2026-11-26T20:00:00Z"), "Asia/Kolkata", 7);
  expect(days.map(({ day }) => day.slice(-2))).toEqual(["21", "22", "23", "24", "25", "26", "27"]);
  expect(days[6]).toEqual({
    day: "2026-11-27",
    from: new Date("2026-11-26T18:30:00Z"),
    until: new Date("2026-11-27T18:30:00Z"),
  });
});

test("a zone's days follow one another without a gap, also where clocks are changed", () => {
  for (const timeZone of ["America/Sao_Paulo", "Australia/Lord_Howe", "Africa/Cairo", "America/Santiago"]) {
    const days = lastDays(new Date("2026-12-31T12:00:00Z"), timeZone, 366);
    days.forEach(({ day, from, until }, at) => {
      expect(dayIn(timeZone, from)).toBe(day);
      expect(dayIn(timeZone, new Date(from.getTime() - 1))).toBe(addDays(day, -1));
      expect(from).toEqual(days[at - 1]?.until ?? from);
      expect(until.getTime()).toBeGreaterThan(from.getTime());
    });
  }
});
