import { createHmac, randomBytes } from "node:crypto";
import { encode, getToken } from "next-auth/jwt";
import { expect, test } from "vitest";
import { sessionCookieName } from "./session-cookie.ts";
import { decodeToken, encodeToken, hashSecret, newSessionSecret } from "./session-token.ts";

const secret = randomBytes(48).toString("base64");
const content = {
  userId: "0190a000-0000-7000-8000-000000000001",
  factoryId: "0190a000-0000-7000-8000-000000000002",
  sessionSecret: newSessionSecret(),
  dbName: "acme",
  role: "master",
};
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

test("a token says who it was made for", async () => {
  const claims = await decodeToken(await encodeToken(content, [secret]), [secret]);
  expect(claims).toMatchObject({ userId: content.userId, factoryId: content.factoryId });
  expect(claims?.sessionSecret).toBe(content.sessionSecret);
});

test("next-auth's own reader finds it under the cookie's name", async () => {
  const cookie = `${sessionCookieName(false)}=${await encodeToken(content, [secret])}`;
  const req = { headers: { cookie }, cookies: { [sessionCookieName(false)]: cookie.split("=")[1] } };
  const token = await getToken({ req: req as never, secret, secureCookie: false });
  expect(token).toMatchObject({ sub: content.userId, factory_db: "acme", role: "master" });
});

test("a new secret signs while the old one still verifies, and no longer once it is dropped", async () => {
  const next = randomBytes(48).toString("base64");
  const old = await encodeToken(content, [secret]);
  expect(await decodeToken(old, [next, secret])).toBeDefined();
  expect(await decodeToken(old, [next])).toBeUndefined();
  expect(await decodeToken(await encodeToken(content, [next, secret]), [next])).toBeDefined();
});

const claims = { sub: content.userId, fid: content.factoryId, sid: content.sessionSecret, exp: 4_102_444_800 };
const forged: [string, () => Promise<string> | string][] = [
  ["alg none", () => `${part({ alg: "none" })}.${part(claims)}.`],
  [
    "signed with HS256 instead of encrypted",
    () => {
      const body = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
      return `${body}.${createHmac("sha256", secret).update(body).digest("base64url")}`;
    },
  ],
  ["a key in the header", () => `${part({ alg: "dir", enc: "A256GCM", jwk: { kty: "oct", k: "AAAA" } })}..AA.AA.AA`],
  ["another secret", () => encodeToken(content, [randomBytes(48).toString("base64")])],
  ["an empty secret", () => encode({ token: claims, secret: "x" })],
  ["expired", () => encode({ token: claims, secret, maxAge: -3600 })],
  ["without a session", () => encode({ token: { sub: content.userId, fid: content.factoryId }, secret })],
  [
    "wrong types",
    () => encode({ token: { sub: content.userId, fid: content.factoryId, sid: ["x"] } as never, secret }),
  ],
  ["made for another purpose", () => encode({ token: claims, secret, salt: "csrf" })],
];

test.each(forged)("a forged token is nobody's: %s", async (_name, make) => {
  expect(await decodeToken(await make(), [secret])).toBeUndefined();
});

test.each(["", "a", "a.b.c", "%E0%A4%A", "..", "x".repeat(10_000)])(
  "what is no token is nobody's: %s",
  async (text) => {
    expect(await decodeToken(text, [secret])).toBeUndefined();
  },
);

test("a token changed in one letter is nobody's", async () => {
  const token = await encodeToken(content, [secret]);
  const at = token.length - 10;
  const changed = token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
  expect(await decodeToken(changed, [secret])).toBeUndefined();
});

test("what is stored of a session can't be read back from the token's part", () => {
  expect(hashSecret("a")).toMatch(/^[0-9a-f]{64}$/);
  expect(hashSecret("a")).not.toBe(hashSecret("b"));
});
