import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readSecrets } from "./secrets.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "storehouse-secrets-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe("readSecrets", () => {
  test("makes them once, for this user's eyes only", () => {
    const first = readSecrets(folder);
    expect(readSecrets(folder)).toEqual(first);
    expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
    const [id, encoded = ""] = first.keys.split(":");
    const key = Buffer.from(encoded, "base64");
    expect(key).toHaveLength(32);
    expect(createHash("sha256").update(key).digest("hex").slice(0, 8)).toBe(id);
    expect(Buffer.from(first.authSecret, "base64url")).toHaveLength(48);
  });

  test("the environment goes before the file", () => {
    vi.stubEnv("AUTH_SECRET", "from the environment");
    expect(readSecrets(folder).authSecret).toBe("from the environment");
  });

  test("a lost file is not replaced beside data that it opened", () => {
    mkdirSync(join(folder, "database/data"), { recursive: true });
    expect(() => readSecrets(folder)).toThrow(/Put back the copy/);
    expect(existsSync(join(folder, "secrets.json"))).toBe(false);
  });

  test("a file that others can read is refused, and stays as it is", () => {
    const { keys } = readSecrets(folder);
    const file = join(folder, "secrets.json");
    chmodSync(file, 0o644);
    expect(() => readSecrets(folder)).toThrow(`chmod 600 ${file}`);
    expect(readFileSync(file, "utf8")).toContain(keys);
  });

  test("a damaged file is refused, never replaced: new keys would make the data unreadable", () => {
    writeFileSync(join(folder, "secrets.json"), '{"keys":"k1:abc"}', { mode: 0o600 });
    expect(() => readSecrets(folder)).toThrow(/Put back the copy/);
  });
});
