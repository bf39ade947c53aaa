import type { LiveChange } from "@storehouse/domain";
import { expect, test } from "vitest";
import { touches } from "./touches.ts";

const booked: LiveChange = { topic: "inventory", ids: ["v1"], productIds: ["p1"], placeIds: ["l1"] };
const key = (path: string, input?: object) => [path.split("."), { input, type: "query" }];

test("a booking touches lists of stock and products, and the product that was booked", () => {
  for (const path of ["inventory.entries", "inventory.levels", "products.list"]) {
    expect(touches(booked, key(path, { limit: 50 })), path).toBe(true);
  }
  expect(touches(booked, key("products.get", { id: "p1" }))).toBe(true);
  expect(touches(booked, key("inventory.levels", { variantId: "v1" }))).toBe(true);
  expect(touches(booked, key("inventory.entries", { productId: "p1" }))).toBe(true);
});

test("it leaves alone what is about something else", () => {
  expect(touches(booked, key("products.get", { id: "p2" }))).toBe(false);
  expect(touches(booked, key("inventory.levels", { variantId: "v2" }))).toBe(false);
  expect(touches(booked, key("inventory.entries", { productId: "p2" }))).toBe(false);
  expect(touches(booked, key("suppliers.list"))).toBe(false);
  expect(touches(booked, ["own"])).toBe(false);
});

test("what changes shows in the audit log, and what is said about a line there alone", () => {
  const noted: LiveChange = { topic: "notes", ids: ["a1"] };
  const formula: LiveChange = { topic: "formulas", ids: ["f1"] };
  for (const change of [booked, formula, noted])
    expect(touches(change, key("auditLogs.list", { limit: 50 }))).toBe(true);
  expect(touches(noted, key("auditLogs.get", { id: "a1" }))).toBe(true);
  expect(touches(noted, key("inventory.entries"))).toBe(false);
  expect(touches(formula, key("productFormulas.get", { id: "f1" }))).toBe(true);
  expect(touches(formula, key("productFormulas.list", { limit: 50 }))).toBe(true);
  expect(touches(formula, key("search.index"))).toBe(true);
});

test("a booking leaves the index of the search alone, a new name does not", () => {
  expect(touches(booked, key("search.index"))).toBe(false);
  expect(touches({ topic: "products", ids: ["p1"] }, key("search.index"))).toBe(true);
});

test("more than can be named touches all of its kind", () => {
  const many: LiveChange = { topic: "inventory", ids: null, productIds: null };
  expect(touches(many, key("products.get", { id: "p2" }))).toBe(true);
  expect(touches(many, key("inventory.levels", { variantId: "v2" }))).toBe(true);
});

test("a place that was renamed touches itself and the lists that name it", () => {
  const renamed: LiveChange = { topic: "locations", ids: ["l1"] };
  expect(touches(renamed, key("locations.get", { id: "l1" }))).toBe(true);
  expect(touches(renamed, key("locations.get", { id: "l2" }))).toBe(false);
  expect(touches(renamed, key("inventory.levels", { limit: 50 }))).toBe(true);
});
