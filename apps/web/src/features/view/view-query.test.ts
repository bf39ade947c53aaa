import { expect, test } from "vitest";
import { hrefOf, isSameQuery, queryOf } from "./view-query.ts";

const KEYS = ["q", "category", "sort"];

test("a view keeps what its list knows of an address, and nothing else", () => {
  const params = new URLSearchParams("?sort=price&view=v1&open=r1&q=&category=raw");
  expect(queryOf(params, KEYS)).toEqual({ category: "raw", sort: "price" });
});

test("queries are the same whatever their order, and other by one value", () => {
  expect(isSameQuery({ q: "a", sort: "name" }, { sort: "name", q: "a" })).toBe(true);
  expect(isSameQuery({ q: "a" }, { q: "b" })).toBe(false);
  expect(isSameQuery({ q: "a" }, {})).toBe(false);
});

test("a view's address asks for all that it keeps, and can be read back", () => {
  const query = { q: "nut & bolt", category: "raw" };
  const href = hrefOf("/products", "v1", query);
  expect(href).toBe("/products?view=v1&q=nut+%26+bolt&category=raw");
  expect(queryOf(new URL(href, "https://a.example").searchParams, KEYS)).toEqual(query);
  expect(hrefOf("/products", null, {})).toBe("/products");
});
