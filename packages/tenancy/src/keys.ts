import { createHash, createSecretKey, type KeyObject } from "node:crypto";

/** One key and the name it is stored under beside what it locks. */
export type Key = Readonly<{ id: string; key: KeyObject }>;

/** The keys of the service: `current` locks, any of them unlocks. */
export type Keys = Readonly<{ current: Key; find: (id: string) => Key | undefined; all: readonly Key[] }>;

const KEY_BYTES = 32;
// Of 32 random bytes about 30 differ; fewer than 16 has no chance to be seen.
const DISTINCT_MIN = 16;

/** Reads `id:base64,id:base64`; the first locks. Throws on a missing, short or guessable key, and never repeats one in the message. */
export function parseKeys(text: string | undefined): Keys {
  if (text === undefined || text.trim() === "")
    throw new Error("STOREHOUSE_KEYS is not set: give id:base64 of 32 random bytes.");
  const keys = new Map<string, Key>();
  for (const part of text.split(",")) {
    const key = parseKey(part.trim());
    if (keys.has(key.id)) throw new Error(`STOREHOUSE_KEYS names the key ${key.id} twice.`);
    keys.set(key.id, key);
  }
  const [current] = keys.values();
  if (current === undefined) throw new Error("STOREHOUSE_KEYS holds no key.");
  return { current, find: (id) => keys.get(id), all: [...keys.values()] };
}

/** Tells a key from all others without telling it. */
export const fingerprintOf = ({ id, key }: Key): string =>
  createHash("sha256").update(`${id}:`).update(key.export()).digest("hex");

function parseKey(part: string): Key {
  const match = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/_-]+={0,2})$/.exec(part);
  if (match === null) throw new Error("STOREHOUSE_KEYS reads id:base64,id:base64.");
  const [, id = "", encoded = ""] = match;
  const bytes = Buffer.from(encoded, "base64");
  if (bytes.length !== KEY_BYTES) throw new Error(`The key ${id} in STOREHOUSE_KEYS is not of ${KEY_BYTES} bytes.`);
  if (isGuessable(bytes)) throw new Error(`The key ${id} in STOREHOUSE_KEYS is not random.`);
  return { id, key: createSecretKey(bytes) };
}

function isGuessable(bytes: Buffer): boolean {
  if (new Set(bytes).size < DISTINCT_MIN) return true;
  const steps = new Set([...bytes.subarray(1)].map((byte, index) => (byte - (bytes[index] ?? 0) + 256) % 256));
  const isText = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  return steps.size < DISTINCT_MIN / 2 || isText;
}
