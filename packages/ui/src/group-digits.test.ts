import { expect, test } from "vitest";
import { groupDigits, ungroupDigits } from "./group-digits.ts";

test.each([
  ["1234567.250000", undefined, "thousand", "1,234,567.25"],
  ["1234567.25", undefined, "lakh", "12,34,567.25"],
  ["999", undefined, "lakh", "999"],
  ["1000", undefined, "lakh", "1,000"],
  ["99999", undefined, "lakh", "99,999"],
  ["100000", undefined, "lakh", "1,00,000"],
  ["-12345678", undefined, "lakh", "\u22121,23,45,678"],
  ["-0.000125", undefined, "thousand", "\u22120.000125"],
  ["1234.5", 2, "space", "1\u202f234.50"],
  ["1234567.5", undefined, "plain", "1234567.5"],
  ["12", 2, "thousand", "12.00"],
  ["0.0125", 2, "thousand", "0.0125"],
  ["123456789012345678.1234", undefined, "thousand", "123,456,789,012,345,678.1234"],
  ["not a number", undefined, "lakh", "not a number"],
] as const)("%s at scale %s in %s is %s", (text, scale, format, expected) => {
  expect(groupDigits(text, { scale, format })).toBe(expected);
});

test.each([
  ["1,711.00", "1711.00"],
  ["12,34,567.50", "1234567.50"],
  ["1711,000", "1711000"],
  ["1\u202f234\u202f567", "1234567"],
  [" \u22121,250.5 ", "-1250.5"],
  ["12,5", "12,5"],
  ["3 box", "3 box"],
  ["1,2,3", "1,2,3"],
  ["1711", "1711"],
  ["", ""],
])("%j typed where a number belongs is taken as %j", (typed, plain) => {
  expect(ungroupDigits(typed)).toBe(plain);
});
