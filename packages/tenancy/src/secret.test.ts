import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { parseKeys } from "./keys.ts";
import { lockSecret, unlockSecret } from "./secret.ts";

const key = (id: string): string => `${id}:${randomBytes(32).toString("base64")}`;
const [old, next] = [key("k1"), key("k2")];
const keys = parseKeys(old);
const FACTORY = "019a0000-0000-7000-8000-000000000001";
const OTHER = "019a0000-0000-7000-8000-000000000002";
const PASSWORD = "pässwörd 1234";

test("a secret opens again, and never looks the same twice", () => {
  const [first, second] = [lockSecret(keys, FACTORY, PASSWORD), lockSecret(keys, FACTORY, PASSWORD)];
  expect(unlockSecret(keys, FACTORY, first)).toBe(PASSWORD);
  expect(first.secret).not.toBe(second.secret);
  expect(Buffer.from(first.secret, "base64url").includes(PASSWORD)).toBe(false);
});

test("after a key change, the old key still opens and the new one locks", () => {
  const locked = lockSecret(keys, FACTORY, PASSWORD);
  const both = parseKeys(`${next},${old}`);
  expect(unlockSecret(both, FACTORY, locked)).toBe(PASSWORD);
  expect(lockSecret(both, FACTORY, PASSWORD).secretKeyId).toBe("k2");
  expect(() => unlockSecret(parseKeys(next), FACTORY, locked)).toThrow(/locked with the key k1/);
});

test("another factory's secret, and another key's name, do not open", () => {
  const locked = lockSecret(keys, FACTORY, PASSWORD);
  expect(() => unlockSecret(keys, OTHER, locked)).toThrow(/written for another factory/);
  const twoNames = parseKeys(`${old},k9:${old.slice(3)}`);
  expect(() => unlockSecret(twoNames, FACTORY, { ...locked, secretKeyId: "k9" })).toThrow(/was changed/);
});

test("a secret with any bit flipped or any byte missing does not open", () => {
  const locked = lockSecret(keys, FACTORY, "short");
  const bytes = Buffer.from(locked.secret, "base64url");
  const open = (changed: Buffer) => () =>
    unlockSecret(keys, FACTORY, { ...locked, secret: changed.toString("base64url") });
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect(open(changed), `bit ${bit}`).toThrow(/was changed/);
  }
  for (let length = 0; length < bytes.length; length += 1) {
    expect(open(bytes.subarray(0, length)), `${length} bytes`).toThrow(/was changed/);
  }
});
