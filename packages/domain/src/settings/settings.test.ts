import { expect, test } from "vitest";
import { DomainError } from "../failure.ts";
import { assertOpenOn } from "./assert-open.ts";
import { isLowAt } from "./is-low.ts";
import { UpdateSettingsInput } from "./settings.ts";

const period = { closedThrough: "2026-10-31", timeZone: "Asia/Kolkata" };
const closedAt = (at: string) => {
  try {
    assertOpenOn(period, new Date(at));
    return null;
  } catch (error) {
    return error instanceof DomainError ? error.failure : error;
  }
};

test("the last moment of the closed day is refused, the first of the next is not: by the factory's clocks", () => {
  const refusal = { code: "PERIOD_CLOSED", field: "occurredAt", closedThrough: "2026-10-31" };
  expect(closedAt("2026-10-31T18:29:59.999Z")).toEqual(refusal);
  expect(closedAt("2001-01-01T00:00:00Z")).toEqual(refusal);
  expect(closedAt("2026-10-31T18:30:00Z")).toBeNull();
  expect(() => assertOpenOn({ ...period, closedThrough: null }, new Date(0))).not.toThrow();
});

test("the rule decides whether the minimum itself is low", () => {
  expect([9n, 10n, 11n].map((onHand) => isLowAt(onHand, 10n, "atOrBelow"))).toEqual([true, true, false]);
  expect([9n, 10n, 11n].map((onHand) => isLowAt(onHand, 10n, "below"))).toEqual([true, false, false]);
  expect(isLowAt(0n, undefined, "atOrBelow")).toBe(false);
});

test("settings are checked at their field", () => {
  const input = { version: 1, timeZone: "Asia/Kolkata", currency: "inr", numberFormat: "lakh" };
  const rest = { dateFormat: "words", minimumRule: "below" };
  expect(UpdateSettingsInput.parse({ ...input, ...rest }).currency).toBe("INR");
  const wrong = UpdateSettingsInput.safeParse({ ...input, ...rest, timeZone: "Mars/Base", currency: "rupees" });
  expect(wrong.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ["timeZone", "TIME_ZONE_UNKNOWN"],
    ["currency", "CURRENCY_INVALID"],
  ]);
});
