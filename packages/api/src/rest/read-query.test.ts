import { expect, test } from "vitest";
import { fillIds } from "./fill-ids.ts";
import { inputSchemaOf } from "./input-schema.ts";
import { readQuery } from "./read-query.ts";

test("a query is read as its procedure's schema wants it", () => {
  const entries = inputSchemaOf("inventory.entries");
  expect(readQuery("limit=5&types=sale,scrap&search=12", entries)).toEqual({
    limit: 5,
    types: ["sale", "scrap"],
    search: "12",
  });
  expect(readQuery("types=sale&types=scrap", entries)).toEqual({ types: ["sale", "scrap"] });
  expect(readQuery("isArchived=true&limit=many", inputSchemaOf("products.list"))).toEqual({
    isArchived: true,
    limit: "many",
  });
});

test("what the schema doesn't know stays, to be refused by it", () => {
  expect(readQuery("factory=other&__proto__=x", inputSchemaOf("products.list"))).toHaveProperty("factory", "other");
});

test("a key stands for the ids a client leaves out, the same for the same caller and no other", () => {
  const schema = inputSchemaOf("products.create");
  const seed = { key: "k1", caller: "a", procedure: "products.create" };
  const first = fillIds({ name: "Fan" }, schema, seed);
  expect(first).toMatchObject({ name: "Fan", id: expect.any(String), variantId: expect.any(String) });
  expect(first.id).not.toBe(first.variantId);
  expect(fillIds({ name: "Fan" }, schema, seed)).toEqual(first);
  expect(fillIds({}, schema, { ...seed, caller: "b" }).id).not.toBe(first.id);
  expect(fillIds({ id: "own" }, schema, seed).id).toBe("own");
});
