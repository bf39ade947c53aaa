import { expect, test } from "vitest";
import { changeOf, type Making } from "./make-change.ts";

const MAKING: Making = { field: "price", category: "raw", source: "trading", id: null, by: "percent", text: "" };

test.each([
  ["5", "5"],
  ["−7.5", "-7.5"],
  ["+,5", "0.5"],
])("%s percent is read", (text, percent) => {
  expect(changeOf({ ...MAKING, text })).toEqual({ field: "price", to: { by: "percent", percent } });
});

test("a share that is missing or no number makes no change; an empty value takes it away", () => {
  expect(changeOf(MAKING)).toBeNull();
  expect(changeOf({ ...MAKING, text: "much" })).toBeNull();
  expect(changeOf({ ...MAKING, by: "value" })).toEqual({ field: "price", to: { by: "value", value: null } });
});

test("what is pointed at, and in and out of the archive", () => {
  expect(changeOf({ ...MAKING, field: "group", id: "g" })).toEqual({
    field: "group",
    category: "raw",
    subcategoryId: "g",
  });
  expect(changeOf({ ...MAKING, field: "takeBack" })).toEqual({ field: "isArchived", value: false });
});
