import { expect, test } from "vitest";
import { quantityOf, quantityText } from "../decimal.ts";
import { toBaseUnit } from "./unit.ts";

test("1 box of 9, nine singles used, 0 left", () => {
  const box = toBaseUnit(quantityOf("1"), { numerator: 9n, denominator: 1n });
  expect(box).toBe(quantityOf("9"));
});

test("a fraction that comes out is exact, one that does not is refused", () => {
  const grams = toBaseUnit(quantityOf("250"), { numerator: 1n, denominator: 1000n });
  expect(quantityText(grams ?? -1n)).toBe("0.25");
  expect(toBaseUnit(quantityOf("1"), { numerator: 1n, denominator: 3n })).toBeUndefined();
});
