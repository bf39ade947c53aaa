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
