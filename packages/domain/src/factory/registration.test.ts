import { expect, test } from "vitest";
import { DbName, RegisterInput } from "./registration.ts";

const six = {
  factory_name: "Steel Works",
  db_name: "steel_works",
  admin_username: "asha",
  admin_password: "kettle 7 drum",
  admin_name: "Asha Rao",
  admin_email: "",
};

test("the six fields and no more", () => {
  expect(RegisterInput.safeParse(six).success).toBe(true);
  expect(RegisterInput.safeParse({ ...six, db_host: "10.0.0.1" }).success).toBe(false);
  for (const field of ["factory_name", "db_name", "admin_username", "admin_password", "admin_name"]) {
    expect(RegisterInput.safeParse({ ...six, [field]: "" }).success).toBe(false);
  }
});

test("a username carries no @, and look-alikes are folded before they are judged", () => {
  for (const name of ["a@b", "a＠b", "", " ", "-a", "a b", "é@"])
    expect(RegisterInput.safeParse({ ...six, admin_username: name }).success).toBe(false);
  expect(RegisterInput.parse({ ...six, admin_username: " ＡＳＨＡ " }).admin_username).toBe("asha");
});

test.each([
  "x`; drop database central_db; --",
  "Steel",
  "9lives",
  "ab",
  "a".repeat(49),
  "mysql",
  "sys",
  "information_schema",
  "central_db",
  "central_db2 ",
  "..",
  "a-b",
  "a.b",
  "फैक्ट्री",
  "steel\u202eworks",
  "steel works",
  "steel%works",
  "root",
  "admin",
  "test",
  "storehouse_x",
  "_a_b",
])("%j is not a database name", (name) => expect(DbName.safeParse(name).success).toBe(false));

test.each(["abc", "steel_works", "f2_b", "a".repeat(48)])("%j is one", (name) =>
  expect(DbName.safeParse(name).success).toBe(true),
);
