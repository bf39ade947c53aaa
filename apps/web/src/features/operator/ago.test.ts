import { expect, test } from "vitest";
import { ago } from "./ago.ts";

const now = Date.parse("2026-11-26T12:00:00Z");

test.each([
  ["2026-11-26T11:59:40Z", "just now"],
  ["2026-11-26T11:58:59Z", "1 minute ago"],
  ["2026-11-26T06:00:00Z", "6 hours ago"],
  ["2026-11-20T12:00:00Z", "6 days ago"],
  ["2026-11-26T12:00:05Z", "just now"],
])("%s is %s", (at, words) => {
  expect(ago(at, now)).toBe(words);
});
