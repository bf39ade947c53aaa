import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { hashPassword, isOutdated, nobodysHash, verifyPassword } from "./password-hash.ts";

test("a hash is Argon2id at the cost that was decided, and checks", async () => {
  const made = await hashPassword("correct horse");
  expect(made).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(made, "correct horse")).toBe(true);
  expect(await verifyPassword(made, "correct horsf")).toBe(false);
  expect(isOutdated(made)).toBe(false);
});

test("a hash made at another cost is outdated, and still checks", async () => {
  const old = await hash("correct horse", { memoryCost: 8192, timeCost: 1 });
  expect(isOutdated(old)).toBe(true);
  expect(await verifyPassword(old, "correct horse")).toBe(true);
});

test("nobody's hash costs as much as anybody's, and lets nobody in", async () => {
  const hash = await nobodysHash();
  expect(isOutdated(hash)).toBe(false);
  expect(await verifyPassword(hash, "")).toBe(false);
});

test("what is no hash lets nobody in", async () => {
  expect(await verifyPassword("no password", "no password")).toBe(false);
});
