import { expect, test } from "vitest";
import { fromScaled, mulDiv, roundDecimal, toScaled, trimDecimal, worth } from "./decimal.ts";

test("a decimal survives the way in and out exactly", () => {
  for (const text of ["0", "1", "-1", "0.000001", "-0.5", "123456789012.345678"]) {
    expect(fromScaled(toScaled(text, 6), 6)).toBe(text);
  }
  expect(fromScaled(toScaled("1.500000", 6), 6)).toBe("1.5");
});

test("what is not a plain decimal, or too fine, is refused", () => {
  for (const text of ["", "1e3", "NaN", "+1", ".5", "1.", "0x1", "1.0000001"])
    expect(() => toScaled(text, 6)).toThrow(RangeError);
});

test("division rounds half away from zero on both sides", () => {
  expect(mulDiv(1n, 1n, 2n)).toBe(1n);
  expect(mulDiv(-1n, 1n, 2n)).toBe(-1n);
  expect(mulDiv(1n, 1n, 3n)).toBe(0n);
  expect(mulDiv(2n, 1n, 3n)).toBe(1n);
});

test("twelve pieces at 0.0833 are worth 0.9996", () => {
  expect(fromScaled(worth(toScaled("12", 6), toScaled("0.0833", 4)), 4)).toBe("0.9996");
});

test("the driver's zeros go, whole numbers stay", () => {
  expect(trimDecimal("1.500000")).toBe("1.5");
  expect(trimDecimal("10.000000")).toBe("10");
  expect(trimDecimal("100")).toBe("100");
});

test("an amount is rounded exactly, half away from zero", () => {
  expect(roundDecimal("13996601.098", 2)).toBe("13996601.1");
  expect(roundDecimal("0.005", 2)).toBe("0.01");
  expect(roundDecimal("-0.005", 2)).toBe("-0.01");
  expect(roundDecimal("12", 2)).toBe("12");
  expect(roundDecimal("99999999999999.9999", 2)).toBe("100000000000000");
});
