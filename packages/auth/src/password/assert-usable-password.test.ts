import { expect, test } from "vitest";
import { assertUsablePassword } from "./assert-usable-password.ts";

const names = ["kim", "steel_works", "Steel Works"];
const check = (password: string) => () => assertUsablePassword(password, "admin_password", names);

test.each([
  "123456",
  "password",
  "Password1",
  "PASSWORD",
  "qwerty",
  "123456789",
  "iloveyou",
  "abc123",
  "monkey",
  "letmein",
  "dragon",
  "111111",
  "baseball",
  "football",
  "superman",
  "sunshine",
  "princess",
  "trustno1",
  "welcome",
  "shadow",
  "master",
  "654321",
  "aaaaaa",
  "abcdef",
  "drowssap",
  "123123",
  "1234567890",
  "qwertyuiop",
  "michael",
  "1q2w3e4r",
  "passw0rd",
  "starwars",
  "whatever",
  "freedom",
  "batman",
  "zxcvbnm",
  "hunter2",
  "charlie",
  "donald",
  "password123",
  "qazwsx",
  "asdfgh",
  "ashley",
  "mustang",
  "access",
  "jordan",
  "killer",
  "pepper",
  "ginger",
  "hockey",
  "soccer",
  "andrew",
  "tigger",
  "matrix",
  "cheese",
])("refuses the well-known %s", (password) => {
  expect(check(password)).toThrow("INVALID");
});

test.each(["steel_works", "SteelWorks", "steel works", "KIM", " kim "])("refuses the name %s", (password) => {
  expect(check(password)).toThrow("INVALID");
});

test.each(["k7#pQz", "an ordinary walk", "पासवर्ड-नया-एक", "kim-likes-steel"])("accepts %s", (password) => {
  expect(check(password)).not.toThrow();
});
