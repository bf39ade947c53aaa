import { expect, test } from "vitest";
import { deletableFrom } from "./deletion.ts";

test("a factory may be deleted a week after it was archived", () => {
  expect(deletableFrom(new Date("2026-02-26T10:00:00Z")).toISOString()).toBe("2026-03-05T10:00:00.000Z");
});
