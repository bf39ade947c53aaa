import { expect, test } from "vitest";
import { quantityText } from "../decimal.ts";
import { DomainError } from "../failure.ts";
import { baseQuantity, type EnteredQuantity } from "./base-quantity.ts";
import { ENTRY_SIGNS, ENTRY_TYPES, MANUAL_TYPES } from "./entry.ts";
import { signOf } from "./sign.ts";

const entered = (quantity: string, over: Partial<EnteredQuantity> = {}): EnteredQuantity => ({
  quantity,
  decimals: 0,
  baseDecimals: 0,
  conversion: { numerator: 1n, denominator: 1n },
  field: "lines.0.quantity",
  ...over,
});
const failureOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error instanceof DomainError ? error.failure : error;
  }
  return undefined;
};
const TOO_FINE = { code: "INVALID", field: "lines.0.quantity", reason: "TOO_MANY_DECIMALS" };

test("a box of 12 comes in as 12 pieces", () => {
  expect(quantityText(baseQuantity(entered("2", { conversion: { numerator: 12n, denominator: 1n } })))).toBe("24");
  const grams = entered("250", { decimals: 3, baseDecimals: 3, conversion: { numerator: 1n, denominator: 1000n } });
  expect(quantityText(baseQuantity(grams))).toBe("0.25");
});

test("a quantity finer than its unit, the base unit, or any exact number is refused at its field", () => {
  const third = { numerator: 1n, denominator: 3n };
  for (const one of [
    entered("1.5"),
    entered("0.0001", { decimals: 3, baseDecimals: 6 }),
    entered("1", { conversion: { numerator: 1n, denominator: 2n } }),
    entered("1", { decimals: 6, baseDecimals: 6, conversion: third }),
  ]) {
    expect(failureOf(() => baseQuantity(one))).toEqual(TOO_FINE);
  }
  expect(quantityText(baseQuantity(entered("0.3", { decimals: 1, baseDecimals: 1, conversion: third })))).toBe("0.1");
});

test("what does not fit after the conversion is refused", () => {
  const huge = entered("999999999999", { conversion: { numerator: 12n, denominator: 1n } });
  expect(failureOf(() => baseQuantity(huge))).toEqual({ code: "AMOUNT_TOO_LARGE", field: "lines.0.quantity" });
});

test("every type has one sign, and only one whose sign is free takes a direction", () => {
  expect(Object.keys(ENTRY_SIGNS).toSorted()).toEqual([...ENTRY_TYPES].toSorted());
  expect(MANUAL_TYPES.filter((type) => ENTRY_SIGNS[type] === 0)).toEqual(["adjustment"]);
  expect([signOf("purchase", undefined), signOf("scrap", undefined)]).toEqual([1, -1]);
  expect([signOf("adjustment", "in"), signOf("adjustment", "out")]).toEqual([1, -1]);
  expect(failureOf(() => signOf("adjustment", undefined))).toMatchObject({ field: "direction", reason: "REQUIRED" });
  expect(failureOf(() => signOf("sale", "in"))).toMatchObject({ field: "direction", reason: "NOT_EXPECTED" });
});
