import { expect, test } from "vitest";
import { jobPauseSeconds } from "./job.ts";

test("a job that fails waits longer each time, and never longer than five minutes", () => {
  expect([1, 2, 3, 4, 9].map(jobPauseSeconds)).toEqual([5, 20, 80, 300, 300]);
  expect(jobPauseSeconds(0)).toBe(5);
});
