import { expect, test } from "vitest";
import { isNoneSelected, isSelected, NO_SELECTION, type Selection, selectedOf, withSelected } from "./selection.ts";

const of = (isAll: boolean, ...ids: string[]): Selection => ({ isAll, ids: new Set(ids) });

test("rows are put in and taken out", () => {
  const two = withSelected(NO_SELECTION, ["a", "b"], true);
  expect(two).toEqual(of(false, "a", "b"));
  expect(withSelected(two, ["b"], false)).toEqual(of(false, "a"));
  expect(isNoneSelected(withSelected(two, ["a", "b"], false))).toBe(true);
});

test("where all match, what is taken out is kept apart, and what is put in again is not", () => {
  const without = withSelected(of(true), ["a", "b"], false);
  expect(without).toEqual(of(true, "a", "b"));
  expect([isSelected(without, "a"), isSelected(without, "c")]).toEqual([false, true]);
  expect(withSelected(without, ["a"], true)).toEqual(of(true, "b"));
});

test("the box over the rows says all, some or none", () => {
  expect(selectedOf(NO_SELECTION, ["a", "b"])).toBe(false);
  expect(selectedOf(of(false, "a"), ["a", "b"])).toBe("indeterminate");
  expect(selectedOf(of(true, "c"), ["a", "b"])).toBe(true);
  expect(selectedOf(of(true), [])).toBe(false);
});
