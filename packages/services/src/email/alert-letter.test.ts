import { expect, test } from "vitest";
import { type AlertFacts, alertLetter } from "./alert-letter.ts";

const low: AlertFacts = {
  kind: "LOW",
  productName: "Steel rod",
  locationName: "Main store",
  unit: "kg",
  onHand: "8",
  limit: "10",
};

test("one alert is its own subject, with its numbers below", () => {
  expect(alertLetter([low])).toEqual({
    subject: "Low: Steel rod at Main store",
    body: "- Low: Steel rod at Main store: 8 kg left, minimum 10 kg",
  });
});

test("many are one letter that names the first and lists twenty", () => {
  const many = Array.from({ length: 25 }, (_, n) => ({ ...low, productName: `Rod ${n}`, locationName: null }));
  const { subject, body } = alertLetter(many);
  expect(subject).toBe("Low: Rod 0, and 24 more");
  expect(body.split("\n")).toHaveLength(21);
  expect(body).toMatch(/- and 5 more$/);
});

test("each kind says what is the matter", () => {
  const body = (facts: Partial<AlertFacts>) => alertLetter([{ ...low, ...facts }]).body;
  expect(body({ kind: "OVERSTOCK", onHand: "300", limit: "200" })).toContain(
    "Too much: Steel rod at Main store: 300 kg left, maximum 200",
  );
  expect(body({ kind: "LEVEL_MISMATCH", onHand: "9", limit: "12" })).toContain(
    "kept as 9 kg, its entries add up to 12 kg",
  );
  expect(body({ kind: "OUT", onHand: null })).toBe("- Out of stock: Steel rod at Main store");
});
