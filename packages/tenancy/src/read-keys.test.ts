import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readKeys } from "./read-keys.ts";

const folder = mkdtempSync(join(tmpdir(), "read-keys-"));
afterAll(() => rmSync(folder, { recursive: true }));
const text = `k1:${randomBytes(32).toString("base64")}`;

function fileOf(mode: number): string {
  const file = join(folder, mode.toString(8));
  writeFileSync(file, `${text}\n`);
  chmodSync(file, mode);
  return file;
}

test.each([0o400, 0o600, 0o640])("a file of mode %o is read", (mode) => {
  expect(readKeys({ STOREHOUSE_KEYS_FILE: fileOf(mode) }).current.id).toBe("k1");
});

test.each([0o604, 0o644, 0o660, 0o602])("a file of mode %o is refused, and its keys are not told", (mode) => {
  const read = () => readKeys({ STOREHOUSE_KEYS_FILE: fileOf(mode) });
  expect(read).toThrow(/chmod 600/);
  expect(read).not.toThrow(text);
});

test("in one place only, and from somewhere", () => {
  expect(readKeys({ STOREHOUSE_KEYS: text }).current.id).toBe("k1");
  expect(() => readKeys({ STOREHOUSE_KEYS: text, STOREHOUSE_KEYS_FILE: fileOf(0o600) })).toThrow(/give one/);
  expect(() => readKeys({ STOREHOUSE_KEYS_FILE: join(folder, "gone") })).toThrow(/is not there/);
  expect(() => readKeys({})).toThrow(/is not set/);
});
