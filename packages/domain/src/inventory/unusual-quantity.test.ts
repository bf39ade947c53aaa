import { expect, test } from "vitest";
import { timesTheUsual } from "./unusual-quantity.ts";

test("a 0 too many is told, a busy day is not", () => {
  const before = ["16000", "-15000", "17000", "2", "16500"];
  expect(timesTheUsual("160000", before)).toBe(10);
  expect(timesTheUsual("159999", before)).toBeUndefined();
  expect(timesTheUsual("0.5", ["0.05", "0.04", "0.05"])).toBe(10);
});

test("of a product hardly booked before nothing is unusual", () => {
  expect(timesTheUsual("160000", ["1", "1"])).toBeUndefined();
});
