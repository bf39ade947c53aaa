import * as domain from "@storehouse/domain";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { FIELD_WORDS } from "../../components/record-words.ts";
import { changesOf, deedText, summaryOf } from "./line-words.ts";
import { fieldText, valueText } from "./value-text.ts";

const line = { subject: null, moves: [], moveCount: 0, names: {}, before: null, after: null };

describe("what was done", () => {
  test.each([
    ["suppliers.update", "supplier", null, "Changed supplier"],
    ["products.addVariant", "variant", null, "Added variant"],
    ["locations.archive", "location", { isArchived: true }, "Archived place"],
    ["locations.archive", "location", { isArchived: false }, "Took back place"],
    ["inventory.post", "posting", { type: "scrap" }, "Scrapped"],
    ["inventory.reverse", "posting", null, "Undid a booking"],
    ["auditLogs.restore", "user", null, "Put back an earlier state of person"],
    ["auth.login", "session", null, "Signed in"],
    ["widgets.polishAll", "widget", null, "Polish all widget"],
  ])("%s of %s reads as words", (action, entity, after, words) => {
    expect(deedText({ action, entity, after })).toBe(words);
  });
});

test("a change names its fields, and its values by the records they point at", () => {
  const names = { s1: "Bearing house", box: "box" };
  const before = { supplierId: null, category: "raw", isActive: true, importId: "i" };
  const after = {
    supplierId: "s1",
    category: "finished",
    isActive: false,
    units: [{ unitId: "box", numerator: 12, denominator: 1 }],
  };
  expect(changesOf({ entity: "user", before, after, names }).map(({ label, from, to }) => [label, from, to])).toEqual([
    ["Supplier", "nothing", "Bearing house"],
    ["Category", "Raw material", "Finished"],
    ["May sign in", "yes", "no"],
    ["Other units", null, "box = 12"],
  ]);
});

test("a formula says its components by name, and being active is said as of what it is", () => {
  const names = { wire: "Copper wire", m: "m", screw: "Screw" };
  const components = [
    { variantId: "wire", quantity: "1500.5", unitId: "m", scrapPercent: "5" },
    { variantId: "screw", quantity: "4" },
  ];
  const after = { variantId: "fan", outputQuantity: "1", components, isActive: true, attributes: {} };
  expect(changesOf({ entity: "formula", before: null, after, names }).map(({ label, to }) => [label, to])).toEqual([
    ["Makes", "1"],
    ["Components", "1,500.5 m Copper wire + 5 % scrap, 4 Screw"],
    ["In use", "yes"],
  ]);
});

test("each field that people fill in is called something in the language of the page", () => {
  const schemas = Object.entries(domain).filter(([name]) => /^(Create|Update|Patch|Add)\w+Input$/.test(name));
  const fields = schemas.flatMap(([, schema]) => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : []));
  expect(fields.length).toBeGreaterThan(100);
  const unsaid = new Set(fields.filter((field) => !(field in FIELD_WORDS) && !NEVER_SHOWN.test(field)));
  expect([...unsaid]).toEqual([]);
});

// Ids and versions, passwords, which no line keeps, and the names by which an operator makes a factory.
const NEVER_SHOWN = /^(id|\w*[vV]ersion|versionId|productId|password|(factory|db|admin)_\w+)$/;

test("the change fits in a line", () => {
  const changed = { ...line, action: "suppliers.update", entity: "supplier", subject: "B" };
  expect(summaryOf({ ...changed, before: { phone: "1" }, after: { phone: null } })).toBe("Phone 1 → nothing");
  expect(summaryOf({ ...changed, action: "suppliers.create", after: { name: "B", phone: "1" } })).toBe("");
  const move = {
    entryId: "e",
    type: "manual_out" as const,
    productName: "Rod",
    variantName: null,
    quantity: "-1200",
    unit: "kg",
    locationName: "Main store",
  };
  const booked = { ...line, action: "inventory.post", entity: "posting", moves: [move], moveCount: 3 };
  expect(summaryOf(booked)).toBe("−1,200 kg Rod · Main store, and 2 more");
});

test("fields and values without words of their own are still readable", () => {
  expect(fieldText("lowStockRule")).toBe("Low stock rule");
  expect(valueText("attributes", { Colour: "white" }, {})).toBe("Colour: white");
  expect(valueText("barcodes", [], {})).toBe("nothing");
});
