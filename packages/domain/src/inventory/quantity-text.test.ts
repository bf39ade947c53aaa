import { expect, test } from "vitest";
import { readQuantity } from "./quantity-text.ts";

const units = [
  { code: "pcs", numerator: 1, denominator: 1 },
  { code: "box", numerator: 12, denominator: 1 },
  { code: "m²", numerator: 1, denominator: 3 },
];

test.each([
  ["38", "38"],
  ["3 box + 2", "38"],
  ["3box+2", "38"],
  ["3 BOX + 2 pcs", "38"],
  ["12*4", "48"],
  ["12 x 4", "48"],
  ["12 × 4", "48"],
  ["1/2 box", "6"],
  ["1,200", "1200"],
  ["1,00,000", "100000"],
  ["2 box - 1", "23"],
  [" 7 ", "7"],
  ["3 m²", "1"],
])("%j is %s pieces", (text, quantity) => expect(readQuantity(text, units, 0)).toEqual({ quantity }));

test("a fraction stays exact where the unit allows one", () => {
  expect(readQuantity("1/2", units, 3)).toEqual({ quantity: "0.5" });
  expect(readQuantity(".25", units, 3)).toEqual({ quantity: "0.25" });
  expect(readQuantity("0.1 + 0.2", units, 1)).toEqual({ quantity: "0.3" });
});

test.each([
  ["", "NUMBER_EXPECTED"],
  ["abc", "UNIT_UNKNOWN"],
  ["3 crate", "UNIT_UNKNOWN"],
  ["3 +", "NUMBER_EXPECTED"],
  ["box", "NUMBER_EXPECTED"],
  ["3 4", "NUMBER_EXPECTED"],
  ["1/0", "NUMBER_EXPECTED"],
  ["1,00", "NUMBER_EXPECTED"],
  ["0", "MUST_BE_POSITIVE"],
  ["2 - 3", "MUST_BE_POSITIVE"],
  ["-3", "MUST_BE_POSITIVE"],
  ["--3", "NUMBER_EXPECTED"],
  ["3+-2", "NUMBER_EXPECTED"],
  ["1/2", "TOO_MANY_DECIMALS"],
  ["1e309", "UNIT_UNKNOWN"],
  ["=2+2", "NUMBER_EXPECTED"],
  ["9999999999999", "NUMBER_TOO_LARGE"],
  ["1".repeat(100_000), "NUMBER_EXPECTED"],
])("%j is refused as %s", (text, reason) => expect(readQuantity(text, units, 0)).toEqual({ reason }));
