import { expect, test } from "vitest";
import { permissionsOf } from "../permission.ts";
import { changeFor, type LiveChange, mergeChanges } from "./live-change.ts";

const booked = (variant: string, place: string): LiveChange => ({
  topic: "inventory",
  ids: [variant],
  productIds: [`product of ${variant}`],
  placeIds: [place],
});

test("changes of one topic become one that names all of their ids", () => {
  expect(mergeChanges([booked("a", "1"), { topic: "units", ids: ["u"] }, booked("b", "1"), booked("a", "2")])).toEqual([
    {
      topic: "inventory",
      ids: ["a", "b"],
      productIds: ["product of a", "product of b"],
      placeIds: ["1", "2"],
    },
    { topic: "units", ids: ["u"] },
  ]);
});

test("more than a hundred ids are not named", () => {
  const many = Array.from({ length: 101 }, (_, n) => booked(String(n), "1"));
  expect(mergeChanges(many)).toEqual([{ topic: "inventory", ids: null, productIds: null, placeIds: ["1"] }]);
});

test("what concerns one person is not joined with another's", () => {
  const mine: LiveChange = { topic: "notifications", ids: ["1"], userId: "me" };
  expect(mergeChanges([mine, { ...mine, userId: "you" }])).toHaveLength(2);
  const listener = { id: "me", permissions: permissionsOf("viewer") };
  expect(changeFor(listener, mine)).toBe(mine);
  expect(changeFor(listener, { ...mine, userId: "you" })).toBeUndefined();
});

test("who lacks the permission does not hear of it", () => {
  const change: LiveChange = { topic: "users", ids: ["1"] };
  expect(changeFor({ id: "me", permissions: permissionsOf("employee") }, change)).toBeUndefined();
  expect(changeFor({ id: "me", permissions: permissionsOf("master") }, change)).toBe(change);
});

test("who is limited to places hears of those alone", () => {
  const listener = { id: "me", permissions: permissionsOf("employee"), places: new Set(["1"]) };
  expect(changeFor(listener, booked("a", "2"))).toBeUndefined();
  const [both] = mergeChanges([booked("a", "1"), booked("a", "2")]);
  if (both === undefined) throw new Error("nothing merged");
  expect(changeFor(listener, both)?.placeIds).toEqual(["1"]);
  expect(changeFor({ ...listener, places: null }, both)?.placeIds).toEqual(["1", "2"]);
});
