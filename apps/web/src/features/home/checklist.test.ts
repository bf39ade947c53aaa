import { expect, test } from "vitest";
import { checklistOf } from "./checklist.ts";

const START = {
  places: 1,
  firstPlace: "Main store",
  isFirstPlaceNamed: false,
  hasProducts: false,
  hasEntries: false,
  people: 1,
};
const done = (facts: Partial<typeof START>) =>
  checklistOf({ ...START, ...facts })
    .filter((item) => item.isDone)
    .map((item) => item.id);

test("a factory as it was made has nothing ticked", () => {
  expect(done({})).toEqual([]);
});

test("a renamed first place, or a second one, ticks the places", () => {
  expect(done({ isFirstPlaceNamed: true })).toEqual(["places"]);
  expect(done({ places: 2 })).toEqual(["places"]);
});

test("each of the others is ticked by what there is", () => {
  expect(done({ hasProducts: true, hasEntries: true, people: 2 })).toEqual(["products", "count", "people"]);
});

test("who may not see people is not asked to add them", () => {
  expect(checklistOf({ ...START, people: null }).map((item) => item.id)).toEqual(["places", "products", "count"]);
});
