import { expect, test } from "vitest";
import { changedByMe, changedByThem, mergeMine, takeTheirs } from "./merge-stale.ts";

const BASE = { name: "Fan", description: null, price: "10", units: [{ unitId: "a", numerator: "12" }] };

test("only what the other person changed is told, whatever I changed", () => {
  const theirs = { ...BASE, description: "Quiet", version: 2, isArchived: false };
  expect(changedByThem(BASE, theirs)).toEqual(["description"]);
  expect(changedByThem(BASE, { ...BASE, description: "" })).toEqual([]);
  expect(changedByThem(BASE, { ...BASE, units: [{ numerator: "12", unitId: "a" }] })).toEqual([]);
  expect(changedByThem({ codes: ["1", "2"] }, { codes: ["2", "1"] })).toEqual([]);
  expect(changedByThem(BASE, { ...BASE, units: [{ unitId: "a", numerator: "6" }] })).toEqual(["units"]);
});

test("keeping mine keeps the fields I touched and takes the rest as it is stored", () => {
  const mine = { ...BASE, description: "Loud", price: "" };
  const theirs = { ...BASE, name: "Ceiling fan", description: "Quiet", version: 2 };
  expect(changedByMe(BASE, mine)).toEqual(["description", "price"]);
  expect(mergeMine(BASE, mine, theirs)).toEqual({ ...BASE, name: "Ceiling fan", description: "Loud", price: "" });
});

test("taking theirs leaves nothing of mine", () => {
  const theirs = { ...BASE, name: "Ceiling fan", version: 2, isArchived: false };
  expect(takeTheirs(BASE, theirs)).toEqual({ ...BASE, name: "Ceiling fan" });
});

test("a stored amount is the same amount, and is taken as it would be typed", () => {
  expect(changedByThem(BASE, { ...BASE, price: "10.0000" })).toEqual([]);
  expect(takeTheirs(BASE, { ...BASE, price: "12.5000" })).toEqual({ ...BASE, price: "12.5" });
});
