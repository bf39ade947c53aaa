import { expect, test } from "vitest";
import { isOperatorRole, OPERATOR_PERMISSIONS, OPERATOR_ROLES, operatorPermissionsOf } from "./operator-role.ts";

test("an owner may do everything, a viewer changes nothing of a factory", () => {
  expect([...operatorPermissionsOf("OWNER")]).toEqual([...OPERATOR_PERMISSIONS]);
  expect([...operatorPermissionsOf("VIEWER")]).toEqual(["self.manage", "factories.read", "events.read"]);
});

test("an operator makes no factories and opens no sign-up", () => {
  const held = operatorPermissionsOf("OPERATOR");
  expect(OPERATOR_PERMISSIONS.filter((one) => !held.has(one))).toEqual(["factories.create", "signUp.change"]);
});

test("only the three words are roles", () => {
  expect(OPERATOR_ROLES.every(isOperatorRole)).toBe(true);
  expect(["owner", "master", "constructor", ""].some(isOperatorRole)).toBe(false);
});
