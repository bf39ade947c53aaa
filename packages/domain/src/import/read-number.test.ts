import { expect, test } from "vitest";
import { readNumber } from "./read-number.ts";

test.each([
  ["12", "12"],
  [" 12.50 ", "12.5"],
  ["012", "12"],
  [".5", "0.5"],
  ["5.", "5"],
  ["1,234", "1234"],
  ["1,234.50", "1234.5"],
  ["1,234,567.8", "1234567.8"],
  ["1,23,456.00", "123456"],
  ["12,34,567", "1234567"],
  ["1.234,50", "1234.5"],
  ["1.234.567", "1234567"],
  ["12,5", "12.5"],
  ["0,125", "0.125"],
  ["1,2345", "1.2345"],
  ["1.234", "1.234"],
  ["1 234,5", "1234.5"],
  ["1 234.5", "1234.5"],
  ["1'234.50", "1234.5"],
  ["₹ 1,250.00", "1250"],
  ["Rs. 45/-", "45"],
  ["$9.99", "9.99"],
  ["-3", "-3"],
  ["−3", "-3"],
  ["(12)", "-12"],
  ["12-", "-12"],
  ["-0", "0"],
  ["१२.५", "12.5"],
  ["９", "9"],
  ["9007199254740993", "9007199254740993"],
])("%j is %s", (text, number) => expect(readNumber(text)).toEqual({ number, unit: null }));

test.each([
  ["12 pcs", "12", "pcs"],
  ["12pcs.", "12", "pcs."],
  ["1,200 Nos", "1200", "Nos"],
  ["2.5 m²", "2.5", "m²"],
  ["4 sq m", "4", "sq m"],
])("%j is %s of %s", (text, number, unit) => expect(readNumber(text)).toEqual({ number, unit }));

test.each([
  "",
  "abc",
  "NaN",
  "Infinity",
  "=2+2",
  "1e3x2",
  "1-2",
  "--1",
  "pcs",
  "1".repeat(100_000),
  "#REF!",
  "12/05/2024",
])("%j is no number", (text) => expect(readNumber(text)).toEqual({ reason: "NUMBER_EXPECTED" }));

test.each(["1,23,45", "1,2,3", "1.2.3", "12 34", "1,234,56", "1.234,567,8"])("%j can't be told", (text) =>
  expect(readNumber(text)).toEqual({ reason: "NUMBER_AMBIGUOUS" }),
);
