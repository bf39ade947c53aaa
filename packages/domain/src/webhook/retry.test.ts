import { expect, test } from "vitest";
import { isGivenUp, receiverPauseMs, WEBHOOK_ATTEMPTS_MAX, webhookPauseMs } from "./retry.ts";

const MINUTE = 60_000;

test("pauses grow from a minute to six hours, then it is given up", () => {
  const pauses = Array.from({ length: WEBHOOK_ATTEMPTS_MAX }, (_, n) => webhookPauseMs(n + 1, 0));
  expect(pauses).toEqual([1, 5, 15, 60, 180, 360, 360].map((n) => n * MINUTE).concat(undefined as never));
});

test("chance makes a pause up to a fifth longer and never shorter", () => {
  expect(webhookPauseMs(1, 1)).toBe(72_000);
  expect(webhookPauseMs(1, 0.5)).toBe(66_000);
});

test("a receiver that stays away is asked ever more rarely, and never forgotten", () => {
  expect([1, 4, 7, 8, 500].map((failures) => receiverPauseMs(failures, 0) / MINUTE)).toEqual([1, 60, 360, 360, 360]);
});

test("an endpoint is turned off after many failures over a long time, not after many at once", () => {
  const now = new Date("2026-03-02T00:00:00Z");
  const day = new Date("2026-03-01T00:00:00Z");
  expect(isGivenUp(20, day, now)).toBe(true);
  expect(isGivenUp(19, day, now)).toBe(false);
  expect(isGivenUp(500, new Date("2026-03-01T00:00:01Z"), now)).toBe(false);
});
