import { expect, test } from "vitest";
import { isOperatorRole, OPERATOR_PERMISSIONS, OPERATOR_ROLES, operatorPermissionsOf } from "./operator-role.ts";

test("an owner may do everything, a viewer changes nothing of a factory", () => {
  expect([...operatorPermissionsOf("OWNER")]).toEqual([...OPERATOR_PERMISSIONS]);
  expect([...operatorPermissionsOf("VIEWER")]).toEqual(["self.manage", "factories.read", "events.read"]);
});

test("an operator makes and ends no factories, and changes nothing that concerns them all", () => {
  const held = operatorPermissionsOf("OPERATOR");
  expect(OPERATOR_PERMISSIONS.filter((one) => !held.has(one))).toEqual([
    "factories.create",
    "factories.archive",
    "factories.delete",
    "signUp.change",
    "fleet.migrate",
    "keys.rotate",
    "directory.change",
  ]);
});

test("only the three words are roles", () => {
  expect(OPERATOR_ROLES.every(isOperatorRole)).toBe(true);
  expect(["owner", "master", "constructor", ""].some(isOperatorRole)).toBe(false);
});
