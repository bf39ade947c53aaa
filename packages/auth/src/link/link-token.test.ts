import { expect, test } from "vitest";
import { makeLinkToken, readLinkToken } from "./link-token.ts";

const FACTORY = "019a0000-0000-7000-8000-000000000001";
const [NOW, BEFORE] = [
  "a secret of this month, long enough to be one",
  "a secret of last month, long enough to be one",
];

test("a token names its factory, and no two are alike", () => {
  const [first, second] = [makeLinkToken(FACTORY, [NOW]), makeLinkToken(FACTORY, [NOW])];
  expect(first.token).toMatch(/^[A-Za-z0-9_-]{86}$/);
  expect(readLinkToken(first.token, [NOW])).toEqual({ factoryId: FACTORY, tokenHash: first.tokenHash });
  expect(second.tokenHash).not.toBe(first.tokenHash);
});

test("a token of before a change of secrets still opens; one that nobody here sealed does not", () => {
  const { token } = makeLinkToken(FACTORY, [BEFORE]);
  expect(readLinkToken(token, [NOW, BEFORE])?.factoryId).toBe(FACTORY);
  expect(readLinkToken(token, [NOW])).toBeUndefined();
});

test("a token with any bit changed, or cut, opens nothing", () => {
  const bytes = Buffer.from(makeLinkToken(FACTORY, [NOW]).token, "base64url");
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect(readLinkToken(changed.toString("base64url"), [NOW]), `bit ${bit}`).toBeUndefined();
  }
  expect(readLinkToken(bytes.subarray(0, 60).toString("base64url"), [NOW])).toBeUndefined();
  expect(readLinkToken("", [NOW])).toBeUndefined();
});
