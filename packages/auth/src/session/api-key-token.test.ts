import { v7 } from "uuid";
import { expect, test } from "vitest";
import { isApiKey, mintApiKey, readApiKey } from "./api-key-token.ts";
import { hashSecret } from "./session-token.ts";

test("a key leads back to its factory, its person and its secret's hash", () => {
  const [factoryId, userId] = [v7(), v7()];
  const { token, secretHash, ending } = mintApiKey(factoryId, userId);
  expect(isApiKey(token)).toBe(true);
  expect(token.endsWith(ending)).toBe(true);
  const claims = readApiKey(token);
  expect(claims).toMatchObject({ factoryId, userId });
  expect(hashSecret(claims?.sessionSecret ?? "")).toBe(secretHash);
  expect(mintApiKey(factoryId, userId).token).not.toBe(token);
});

test("what is cut short, longer or of other letters is no key", () => {
  const { token } = mintApiKey(v7(), v7());
  for (const other of [
    token.slice(0, -1),
    `${token}A`,
    token.replace("shk_", "shx_"),
    "shk_",
    `${token.slice(0, -1)}!`,
  ])
    expect(readApiKey(other)).toBeUndefined();
});
