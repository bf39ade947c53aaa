import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { signatureHeaders } from "./sign.ts";

const REFUSED = /signature|timestamp|old/i;
const secretOf = (key: Buffer) => `whsec_${key.toString("base64")}`;
const now = () => Math.floor(Date.now() / 1000);

test("the specification's own library takes what is signed, with either of two secrets", () => {
  const [old, next] = [randomBytes(32), randomBytes(32)];
  const body = JSON.stringify({ type: "entry.posted", name: "पंखा ✓" });
  const headers = signatureHeaders({ id: "0199", timestamp: now(), body }, [next, old]);
  expect(headers["webhook-signature"]?.split(" ")).toHaveLength(2);
  expect(new Webhook(secretOf(next)).verify(body, headers)).toEqual(JSON.parse(body));
  expect(new Webhook(secretOf(old)).verify(body, headers)).toEqual(JSON.parse(body));
  expect(() => new Webhook(secretOf(randomBytes(32))).verify(body, headers)).toThrow(REFUSED);
});

test("neither another body nor another time passes", () => {
  const key = randomBytes(32);
  const headers = signatureHeaders({ id: "0199", timestamp: now(), body: "{}" }, [key]);
  const receiver = new Webhook(secretOf(key));
  expect(() => receiver.verify("{ }", headers)).toThrow(REFUSED);
  expect(() => receiver.verify("{}", { ...headers, "webhook-timestamp": String(now() + 1) })).toThrow(REFUSED);
  const old = signatureHeaders({ id: "0199", timestamp: now() - 600, body: "{}" }, [key]);
  expect(() => receiver.verify("{}", old)).toThrow(REFUSED);
});
