import { expect, test } from "vitest";
import { sayIn } from "../language/translation.ts";
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
  expect(alertLetter([low], sayIn("en"))).toEqual({
    subject: "Low: Steel rod at Main store",
    body: "- Low: Steel rod at Main store: 8 kg left, minimum 10 kg",
  });
});

test("many are one letter that names the first and lists twenty", () => {
  const many = Array.from({ length: 25 }, (_, n) => ({ ...low, productName: `Rod ${n}`, locationName: null }));
  const { subject, body } = alertLetter(many, sayIn("en"));
  expect(subject).toBe("Low: Rod 0, and 24 more");
  expect(body.split("\n")).toHaveLength(21);
  expect(body).toMatch(/- and 5 more$/);
});

test("each kind says what is the matter", () => {
  const body = (facts: Partial<AlertFacts>) => alertLetter([{ ...low, ...facts }], sayIn("en")).body;
  expect(body({ kind: "OVERSTOCK", onHand: "300", limit: "200" })).toContain(
    "Too much: Steel rod at Main store: 300 kg left, maximum 200",
  );
  expect(body({ kind: "LEVEL_MISMATCH", onHand: "9", limit: "12" })).toContain(
    "kept as 9 kg, its entries add up to 12 kg",
  );
  expect(body({ kind: "OUT", onHand: null })).toBe("- Out of stock: Steel rod at Main store");
});

test("who is spoken to in Hindi is written to in Hindi", () => {
  expect(alertLetter([low, { ...low, kind: "OUT", locationName: null }], sayIn("hi"))).toEqual({
    subject: "कम: Steel rod, Main store में, और 1 अन्य",
    body: "- कम: Steel rod, Main store में: 8 kg बचा है, न्यूनतम 10 kg\n- स्टॉक ख़त्म: Steel rod: 8 kg बचा है, न्यूनतम 10 kg",
  });
});
