import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { parseKeys } from "./keys.ts";

const named = (id: string, bytes: Buffer | number[]): string => `${id}:${Buffer.from(bytes).toString("base64")}`;
const good = named("k1", randomBytes(32));

test("the first key locks, all of them are found by name", () => {
  const keys = parseKeys(` ${named("k2", randomBytes(32))}, ${good} `);
  expect(keys.current.id).toBe("k2");
  expect(keys.find("k1")?.key.symmetricKeySize).toBe(32);
  expect(keys.find("k3")).toBeUndefined();
});

test.each([
  ["nothing", undefined, /is not set/],
  ["blank", "  ", /is not set/],
  ["no name", randomBytes(32).toString("base64"), /reads id:base64/],
  ["16 bytes", named("k1", randomBytes(16)), /not of 32 bytes/],
  ["33 bytes", named("k1", randomBytes(33)), /not of 32 bytes/],
  ["zeros", named("k1", Buffer.alloc(32)), /not random/],
  ["one byte repeated", named("k1", Buffer.alloc(32, 0xa5)), /not random/],
  ["two bytes in turn", named("k1", Buffer.from("abab".repeat(16), "hex")), /not random/],
  [
    "counting",
    named(
      "k1",
      Array.from({ length: 32 }, (_, index) => index),
    ),
    /not random/,
  ],
  [
    "counting by threes",
    named(
      "k1",
      Array.from({ length: 32 }, (_, index) => (index * 3) % 256),
    ),
    /not random/,
  ],
  ["a sentence", named("k1", Buffer.from("change me: this is our old key!!")), /not random/],
  ["one good, one weak", `${good},${named("k2", Buffer.alloc(32))}`, /not random/],
  ["one name twice", `${good},${good}`, /twice/],
])("%s is refused, and not repeated in the message", (_, text, message) => {
  expect(() => parseKeys(text)).toThrow(message);
  const secret = text?.split(":").at(-1)?.trim() || "nothing secret";
  expect(() => parseKeys(text)).not.toThrow(secret);
});

test("random keys are never taken for weak ones", () => {
  const texts = Array.from({ length: 2_000 }, () => named("k1", randomBytes(32)));
  for (const text of texts) expect(parseKeys(text).current.id).toBe("k1");
});
