import { GRANTABLE } from "@storehouse/domain";
import { expect, test } from "vitest";
import { neededFor, permissionGroups, withoutPermission, withPermission } from "./permission-groups.ts";

test("every permission that can be given stands in one group, under words of its own", () => {
  const shown = permissionGroups().flatMap(({ permissions }) => permissions);
  expect(shown.map(({ permission }) => permission).toSorted()).toEqual([...GRANTABLE].toSorted());
  expect(new Set(shown.map(({ label }) => label)).size).toBe(shown.length);
  expect(new Set(permissionGroups().map(({ title }) => title)).size).toBe(permissionGroups().length);
});

test("who may change something may see it", () => {
  expect(withPermission([], "suppliers.update")).toEqual(["suppliers.update", "suppliers.read"]);
  expect(withPermission(["products.read"], "inventory.post")).toEqual([
    "products.read",
    "inventory.post",
    "inventory.read",
    "locations.read",
  ]);
  expect(neededFor("products.read")).toEqual([]);
});

test("who may not see something any more may not change it either", () => {
  const chosen = withPermission(withPermission([], "suppliers.update"), "inventory.post");
  expect(withoutPermission(chosen, "suppliers.read")).not.toContain("suppliers.update");
  expect(withoutPermission(chosen, "products.read")).not.toContain("inventory.post");
  expect(withoutPermission(chosen, "suppliers.update")).toContain("suppliers.read");
});
