import { expect, test } from "vitest";
import { DURATION_STEPS, quantileOf, durationStep } from "./quantile.ts";

const counted = (durations: readonly number[]): number[] => {
  const counts = Array.from({ length: DURATION_STEPS.length + 1 }, () => 0);
  for (const ms of durations) counts[durationStep(ms)] = (counts[durationStep(ms)] ?? 0) + 1;
  return counts;
};

test("of nothing there is no duration", () => {
  expect(quantileOf(counted([]), 0.95)).toBeNull();
});

test("a limit counts in its own step, what is longer than all in the last", () => {
  expect([0, 10, 10.1, 5_000, 5_001].map(durationStep)).toEqual([0, 0, 1, 8, 9]);
});

test("a quantile lies within the step of the true one", () => {
  const durations = Array.from({ length: 1_000 }, (_, n) => n);
  // The true 95th of a hundred is 950 ms, in the step from 500 to 1,000.
  const found = quantileOf(counted(durations), 0.95) ?? 0;
  expect(Math.abs(found - 950)).toBeLessThan(10);
});

test("empty steps in between are passed over", () => {
  expect(quantileOf(counted([5, 5, 5, 900]), 0.5)).toBeLessThanOrEqual(10);
  expect(quantileOf(counted([5, 5, 5, 900]), 0.95)).toBeGreaterThan(500);
  expect(quantileOf(counted([9_000]), 0.95)).toBe(5_000);
});
