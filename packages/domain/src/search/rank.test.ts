import { describe, expect, test } from "vitest";
import { isNear } from "./is-near.ts";
import { rank, toFindables } from "./rank.ts";
import { recordsOf, type SearchIndex, type SearchRecord } from "./search.ts";

const product = (sku: string, name: string, barcodes: readonly string[] = []): SearchRecord => ({
  kind: "product",
  id: sku,
  productId: sku,
  sku,
  name,
  barcodes,
  isMade: false,
});
const skus = (found: ReturnType<typeof rank>) =>
  found.map(({ record }) => (record.kind === "product" ? record.sku : record.kind));

const BOLTS = toFindables([
  product("A-1", "Washer for M8 bolts"),
  product("M8", "Bolt"),
  product("M8-30", "Bolt 30 mm", ["4006381333931"]),
  product("X-9", "Trim8 holder"),
  product("Z-1", "M8 nut"),
]);

test("whole codes stand before beginnings, names, words and what merely holds the text", () => {
  expect(skus(rank(BOLTS, "m8", 9))).toEqual(["M8", "M8-30", "Z-1", "A-1", "X-9"]);
});

test("a barcode finds its variant, whole or from its beginning", () => {
  expect(skus(rank(BOLTS, "4006381333931", 9))).toEqual(["M8-30"]);
  expect(skus(rank(BOLTS, "400638", 9))).toEqual(["M8-30"]);
});

test("words come in any order, case and accents make no difference, separators may be left out", () => {
  expect(skus(rank(BOLTS, "bolts WASHER", 9))).toEqual(["A-1"]);
  expect(skus(rank(toFindables([product("C", "Café crème")]), "creme cafe", 9))).toEqual(["C"]);
  expect(skus(rank(BOLTS, "m830", 9))).toEqual(["M8-30"]);
  expect(skus(rank(BOLTS, "m8/30", 9))).toEqual(["M8-30"]);
  expect(skus(rank(toFindables([product("P", "पंखा मोटर")]), "मोटर", 9))).toEqual(["P"]);
});

test("a slip of a finger counts only where nothing is found as typed", () => {
  expect(skus(rank(BOLTS, "wahser", 9))).toEqual(["A-1"]);
  expect(skus(rank(BOLTS, "bolts washr", 9))).toEqual(["A-1"]);
  expect(rank(BOLTS, "m9", 9)).toEqual([]);
  expect(rank(BOLTS, "spanner", 9)).toEqual([]);
});

test("nothing typed finds nothing, and neither do separators alone", () => {
  for (const text of ["", "  ", "-", "()", "%"]) expect(rank(BOLTS, text, 9)).toEqual([]);
});

test("each kind has room of its own, and equals keep their order", () => {
  const many = Array.from({ length: 30 }, (_, n) => product(`B-${String(n).padStart(2, "0")}`, "Bin"));
  const place: SearchRecord = { kind: "place", id: "1", name: "Bin hall", type: "STORE" };
  const found = rank(toFindables([...many, place]), "bin", 3);
  expect(skus(found)).toEqual(["B-00", "B-01", "B-02", "place"]);
});

test("an index holds each variant, and its formula beside it where it has one", () => {
  const index: SearchIndex = {
    variants: [
      ["v1", "p1", "FAN", "Fan", ["111"], 2],
      ["v2", "p2", "ROD", "Rod", [], 0],
      ["v3", "p3", "CAP", "Cap", [], 1],
    ],
    isWhole: true,
    places: [{ kind: "place", id: "l1", name: "Main", type: "STORE" }],
    suppliers: [{ kind: "supplier", id: "s1", name: "Rods & Co", contact: "Asha" }],
    people: [{ kind: "person", id: "u1", name: "Ravi", username: "ravi", isActive: true }],
  };
  const records = recordsOf(index);
  expect(records.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    "product v1",
    "product v2",
    "product v3",
    "formula v1",
    "formula v3",
    "place l1",
    "supplier s1",
    "person u1",
  ]);
  expect(records.map((record) => "isMade" in record && record.isMade).slice(0, 5)).toEqual([
    true,
    false,
    false,
    true,
    false,
  ]);
  const found = (text: string) =>
    rank(toFindables(records), text, 5).map(({ record: { kind, id } }) => `${kind} ${id}`);
  expect(found("fan")).toEqual(["product v1", "formula v1"]);
  expect(found("asha")).toEqual(["supplier s1"]);
  expect(found("ravi")).toEqual(["person u1"]);
});

describe("one slip", () => {
  test.each([
    ["boly", "bolt"],
    ["bot", "bolt"],
    ["boolt", "bolt"],
    ["blot", "bolt"],
    ["was", "washer"],
    ["wahs", "washer"],
    ["obl", "bolt"],
  ])("%s is near %s", (typed, word) => expect(isNear(typed, word)).toBe(true));
  test.each([
    ["bxyt", "bolt"],
    ["tlob", "bolt"],
    ["boltttt", "bolt"],
  ])("%s is not near %s", (typed, word) => expect(isNear(typed, word)).toBe(false));
});
