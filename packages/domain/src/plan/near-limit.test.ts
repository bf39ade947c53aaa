import { expect, test } from "vitest";
import { nearLimits, nearness } from "./near-limit.ts";

test("a limit is near from eight tenths on, and reached when nothing is left", () => {
  expect([79, 80, 99, 100, 130].map((used) => nearness(used, 100))).toEqual([
    null,
    "near",
    "near",
    "reached",
    "reached",
  ]);
  expect(nearness(0, 0)).toBe("reached");
  expect(nearness(1_000_000, null)).toBeNull();
});

test("only what is near is named", () => {
  const counted = [
    { limit: "users", used: 9, allowed: 10 },
    { limit: "products", used: 10, allowed: null },
    { limit: "locations", used: 10, allowed: 10 },
  ] as const;
  expect(nearLimits({ counted })).toEqual([
    { limit: "users", used: 9, allowed: 10, isReached: false },
    { limit: "locations", used: 10, allowed: 10, isReached: true },
  ]);
});
