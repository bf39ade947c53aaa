import { expect, test } from "vitest";
import { detailText } from "./detail-text.ts";

const ID = "01a21bab-d894-7035-ac8d-b94a48aceb05";

test("a reason stands alone; all else by its name, in words, without ids", () => {
  expect(detailText({ reason: "unpaid" })).toBe("unpaid");
  expect(detailText({ grantId: ID, hours: 1, reason: "No stock", name: "Omar" })).toBe(
    "hours: 1, reason: No stock, name: Omar",
  );
  expect(detailText({ module: "production", isOn: false, by: "Omar" })).toBe("module: production, on: no, by: Omar");
  expect(detailText({ id: ID, keptAs: null })).toBe("");
  expect(detailText(null)).toBe("");
});

test("moments are read as such", () => {
  expect(detailText({ paidUntil: "2027-03-31T18:29:59.000Z", before: "READ_ONLY" })).toMatch(
    /^paid until: (31 Mar|1 Apr) 2027, \d\d:\d\d, before: READ_ONLY$/,
  );
});
