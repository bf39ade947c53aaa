import { expect, test } from "vitest";
import { groupDigits } from "./group-digits.ts";

test.each([
  ["1234567.250000", undefined, "en", "1,234,567.25"],
  ["1234567.25", undefined, "en-IN", "12,34,567.25"],
  ["-0.000125", undefined, "en", "\u22120.000125"],
  ["1234.5", 2, "de", "1.234,50"],
  ["12", 2, "en", "12.00"],
  ["0.0125", 2, "en", "0.0125"],
  ["123456789012345678.1234", undefined, "en", "123,456,789,012,345,678.1234"],
  ["not a number", undefined, "en", "not a number"],
])("%s at scale %s in %s is %s", (text, scale, locale, expected) => {
  expect(groupDigits(text, { scale, locale })).toBe(expected);
});
