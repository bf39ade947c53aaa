import { expect, test } from "vitest";
import { safeNext } from "./safe-next.ts";

test("leads back to a page of the app, with its filters", () => {
  expect(safeNext("/products?category=raw&page=2")).toBe("/products?category=raw&page=2");
  expect(safeNext("/products/018f-a")).toBe("/products/018f-a");
});

test.each([
  "https://evil.test",
  "//evil.test",
  "/\\evil.test",
  "/home//evil.test",
  "javascript:alert(1)",
  "/nowhere",
  "",
  null,
])("goes Home instead of %s", (next) => expect(safeNext(next)).toBe("/home"));
