import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { errorMessage, failureMessage } from "./failure-message.ts";

const shortage = {
  line: 0,
  variantId: "v",
  productName: "Steel rod",
  sku: "ROD",
  unit: "kg",
  locationId: "l",
  locationName: "Main store",
  onHand: "12",
  available: "12",
  wanted: "20",
};

test("short stock says what there was and what was asked for", () => {
  expect(failureMessage({ code: "INSUFFICIENT_STOCK", shortages: [shortage] })).toBe(
    "Only 12 kg of Steel rod free at Main store; you asked for 20 kg.",
  );
  const none = { ...shortage, available: "0" };
  expect(failureMessage({ code: "INSUFFICIENT_STOCK", shortages: [none] })).toMatch(/^Nothing of Steel rod/);
});

test("counts read as people say them", () => {
  expect(failureMessage({ code: "IN_USE", entity: "location", id: "1", by: "entry", count: 2 })).toContain("2 entries");
  expect(failureMessage({ code: "IN_USE", entity: "unit", id: "1", by: "product", count: 1 })).toContain("1 product.");
  expect(failureMessage({ code: "RATE_LIMITED", retryAfterSeconds: 300 })).toContain("5 minutes");
});

test("what is not allowed names who could", () => {
  const failure = { code: "NOT_ALLOWED" as const, permission: null, grantedBy: ["master", "manager"] };
  expect(failureMessage(failure)).toContain("master or manager");
  const lacked = { ...failure, permission: "products.create" as const, grantedBy: ["master", "Night shift"] };
  expect(failureMessage({ ...lacked, masters: ["Asha Rao"] })).toBe(
    "Your role does not let you add products. Ask somebody who is master or “Night shift”, or have Asha Rao give you such a role.",
  );
});

const wire = (data: unknown) =>
  TRPCClientError.from({ error: { message: "secret: db-7 is on fire", code: -32603, data } } as never);

test("a bug's own text is never shown", () => {
  const words = errorMessage(wire({ httpStatus: 500, failure: null, fields: null, requestId: "r" }));
  expect(words).not.toContain("secret");
  expect(words).toContain("on our side");
});

test("no answer at all is an outage, not a bug", () => {
  expect(errorMessage(new TRPCClientError("fetch failed"))).toContain("cannot be reached");
});

test("bad input without a field on the page still says what is wrong", () => {
  expect(errorMessage(wire({ httpStatus: 400, failure: null, fields: { name: ["TOO_LONG"] } }))).toBe(
    "This is too long.",
  );
});
