import { expect, test } from "vitest";
import { checklistOf } from "./checklist.ts";

const place = (version: number) => ({
  id: "1",
  name: "Main store",
  type: "STORE" as const,
  siteId: null,
  siteName: null,
  isArchived: false,
  version,
});
const done = (facts: Parameters<typeof checklistOf>[0]) =>
  checklistOf(facts)
    .filter((item) => item.isDone)
    .map((item) => item.id);

test("a factory as it was made has nothing ticked", () => {
  expect(done({ places: [place(1)], products: 0, entries: 0, people: 1 })).toEqual([]);
});

test("a renamed first place, or a second one, ticks the places", () => {
  expect(done({ places: [place(2)], products: 0, entries: 0, people: 1 })).toEqual(["places"]);
  expect(done({ places: [place(1), place(1)], products: 0, entries: 0, people: 1 })).toEqual(["places"]);
});

test("who may not see people is not asked to add them", () => {
  expect(checklistOf({ places: [], products: 3, entries: 1, people: null }).map((item) => item.id)).toEqual([
    "places",
    "products",
    "count",
  ]);
});
