import { expect, test } from "vitest";
import { cellBeside } from "./cell-edit.ts";

const beside = (rowId: string, columnId: string, step: 1 | -1) =>
  cellBeside({ rowId, columnId }, step, ["a", "b"], ["code", "name"]);

test("the next cell is in the row, then in the row after it, and none after the last", () => {
  expect(beside("a", "code", 1)).toEqual({ rowId: "a", columnId: "name" });
  expect(beside("a", "name", 1)).toEqual({ rowId: "b", columnId: "code" });
  expect(beside("b", "name", 1)).toBeUndefined();
});

test("the one before likewise", () => {
  expect(beside("b", "code", -1)).toEqual({ rowId: "a", columnId: "name" });
  expect(beside("a", "code", -1)).toBeUndefined();
});
