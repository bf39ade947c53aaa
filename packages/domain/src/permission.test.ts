import { expect, test } from "vitest";
import { PERMISSIONS, permissionsOf, rolesWith } from "./permission.ts";

test("a master may do everything, a viewer only read and keeps views", () => {
  expect(permissionsOf("master").size).toBe(PERMISSIONS.length);
  for (const permission of permissionsOf("viewer"))
    expect(permission).toMatch(/\.read$|^(profile\.manage|views\.keep)$/);
});

test("an employee posts and reverses own entries, and sees no people", () => {
  const employee = permissionsOf("employee");
  expect(employee.has("inventory.post")).toBe(true);
  expect(employee.has("inventory.reverseOwn")).toBe(true);
  expect(employee.has("inventory.reverse")).toBe(false);
  expect([...employee].filter((permission) => permission.startsWith("users."))).toEqual([]);
});

test("a refusal can name who holds the permission", () => {
  expect(rolesWith("users.create")).toEqual(["master"]);
  expect(rolesWith("products.create")).toEqual(["master", "manager"]);
});
