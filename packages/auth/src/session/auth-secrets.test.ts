import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { parseAuthSecrets } from "./auth-secrets.ts";

const strong = (): string => randomBytes(48).toString("base64url");

test.each([
  undefined,
  "",
  "changeme",
  "a".repeat(64),
  "short-but-mixed-9481",
  "nextauth-secret-nextauth-secret-1234",
  ",",
])("refuses %s", (text) => {
  expect(() => parseAuthSecrets(text)).toThrow(/AUTH_SECRET is (missing|weak)/);
});

test("reads several, the first of which signs", () => {
  const [a, b] = [strong(), strong()];
  expect(parseAuthSecrets(`${a}, ${b}`)).toEqual([a, b]);
  expect(() => parseAuthSecrets(`${a},changeme`)).toThrow(/AUTH_SECRET is weak/);
});

test("never repeats the secret it refuses", () => {
  expect(() => parseAuthSecrets("hunter2")).toThrow(expect.not.stringContaining("hunter2"));
});
