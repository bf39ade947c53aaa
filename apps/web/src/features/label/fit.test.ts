import { expect, test } from "vitest";
import { codeSize, sizesFor } from "./fit.ts";

test("a code gets smaller until it fits its line, and never too small to be read", () => {
  expect(codeSize("BL-1", 34, 2.5)).toBe(2.5);
  const long = codeSize("SHIRT-RED-COTTON-XXL-2026-A", 34, 2.5);
  expect(long).toBeLessThan(2.5);
  expect(long * 0.62 * 27).toBeLessThanOrEqual(34.1);
  expect(codeSize("X".repeat(64), 34, 2.5)).toBe(1.5);
  expect(codeSize("", 34, 2.5)).toBe(2.5);
});

test("what stands on a label grows with it", () => {
  const names = [21.2, 25, 33.9, 67.7].map((height) => sizesFor(height).name);
  expect(names).toEqual(names.toSorted((a, b) => a - b));
});
