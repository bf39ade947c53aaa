import { randomBytes } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { decodeToken, encodeToken } from "../session/session-token.ts";
import { decodeChallenge, encodeChallenge } from "./challenge.ts";

const [secret, other] = [randomBytes(48).toString("base64"), randomBytes(48).toString("base64")];
const claims = { userId: "u", factoryId: "f", sessionVersion: 3 };
afterEach(() => {
  vi.useRealTimers();
});

test("a challenge says who it is for, to whoever holds a secret that made it", async () => {
  const challenge = await encodeChallenge(claims, [secret]);
  expect(await decodeChallenge(challenge, [secret])).toEqual(claims);
  expect(await decodeChallenge(challenge, [other, secret])).toEqual(claims);
  expect(await decodeChallenge(challenge, [other])).toBeUndefined();
  expect(await decodeChallenge("nonsense", [secret])).toBeUndefined();
});

test("a challenge is no session, and a session no challenge", async () => {
  const content = { userId: "u", factoryId: "f", sessionSecret: "s", dbName: "d", role: "master" };
  expect(await decodeToken(await encodeChallenge(claims, [secret]), [secret])).toBeUndefined();
  expect(await decodeChallenge(await encodeToken(content, [secret]), [secret])).toBeUndefined();
});

test("a challenge lasts five minutes", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const challenge = await encodeChallenge(claims, [secret]);
  vi.setSystemTime(Date.now() + 4 * 60_000);
  expect(await decodeChallenge(challenge, [secret])).toEqual(claims);
  vi.setSystemTime(Date.now() + 2 * 60_000);
  expect(await decodeChallenge(challenge, [secret])).toBeUndefined();
});
