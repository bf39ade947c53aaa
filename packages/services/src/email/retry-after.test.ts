import { expect, test } from "vitest";
import { ATTEMPTS_MAX, retryAfterMs } from "./retry-after.ts";

test("each failure waits longer than the one before, and after the last it is given up", () => {
  const pauses = Array.from({ length: ATTEMPTS_MAX }, (_, at) => retryAfterMs(at + 1));
  expect(pauses.at(-1)).toBeUndefined();
  const waited = pauses.slice(0, -1).map((pause) => pause ?? 0);
  expect(waited[0]).toBe(60_000);
  expect(waited).toEqual(waited.toSorted((a, b) => a - b));
  expect(new Set(waited).size).toBe(7);
});
