import { expect, test } from "vitest";
import { eventOfAudit, eventOfPosting } from "./event.ts";

test("what is added is told from what is changed, and what is nobody's business is not told", () => {
  expect(eventOfAudit("product", "products.create")).toBe("product.created");
  expect(eventOfAudit("variant", "products.addVariant")).toBe("variant.created");
  expect(eventOfAudit("location", "locations.archive")).toBe("location.changed");
  expect(eventOfAudit("supplier", "auditLogs.restore")).toBe("supplier.changed");
  for (const entity of ["user", "role", "session", "apiKey", "webhook", "settings", "posting", "alert"]) {
    expect(eventOfAudit(entity, `${entity}s.update`)).toBeUndefined();
  }
});

test("a posting is told by its kind", () => {
  expect(["sale", "transfer", "reversal", "correction", "manufacturing"].map(eventOfPosting)).toEqual([
    "entry.posted",
    "entry.posted",
    "entry.reversed",
    "entry.corrected",
    "making.done",
  ]);
});
