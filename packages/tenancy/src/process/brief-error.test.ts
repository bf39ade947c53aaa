import { DomainError } from "@storehouse/domain";
import { expect, test } from "vitest";
import { briefError } from "./brief-error.ts";

test("a server's words are left out, for they quote values", () => {
  const driver = Object.assign(new Error("Duplicate entry 'asha@steel' for key 'users_uq'"), {
    errno: 1062,
    code: "ER_DUP_ENTRY",
    sqlState: "23000",
  });
  expect(briefError(new Error("Failed query: insert into users\nparams: asha@steel", { cause: driver }))).toBe(
    "ER_DUP_ENTRY (1062)",
  );
});

test("our own words and refusals stay what they are, within bounds", () => {
  expect(briefError(new Error("The database belongs to another factory"))).toBe(
    "The database belongs to another factory",
  );
  expect(briefError(new DomainError({ code: "BUSY", retryAfterSeconds: 1 }))).toBe('BUSY {"retryAfterSeconds":1}');
  expect(briefError("odd")).toBe("Something unexpected went wrong.");
  expect(briefError(new Error("x".repeat(900)))).toHaveLength(500);
});
