import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
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
    expect(Buffer.from(first.keys.replace(/^k1:/, ""), "base64")).toHaveLength(32);
    expect(Buffer.from(first.authSecret, "base64url")).toHaveLength(48);
  });

  test("the environment goes before the file", () => {
    vi.stubEnv("AUTH_SECRET", "from the environment");
    expect(readSecrets(folder).authSecret).toBe("from the environment");
  });

  test("a damaged file is refused, never replaced: new keys would make the data unreadable", () => {
    writeFileSync(join(folder, "secrets.json"), '{"keys":"k1:abc"}');
    expect(() => readSecrets(folder)).toThrow(/Put back the copy/);
  });
});
