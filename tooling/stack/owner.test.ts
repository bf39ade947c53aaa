import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { claim, release } from "./owner.ts";

let file = "";
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), "storehouse-owner-")), "run/owner.pid");
});
afterEach(() => rmSync(join(file, "../.."), { recursive: true, force: true }));

describe("claim", () => {
  test("is had once, again by the same process, and given back", () => {
    expect(claim(file)).toBe(true);
    expect(claim(file)).toBe(true);
    release(file);
    expect(existsSync(file)).toBe(false);
  });

  test("of a dead process is taken over", async () => {
    const dead = spawn(process.execPath, ["-e", "0"]);
    await once(dead, "exit");
    expect(claim(file)).toBe(true);
    writeFileSync(file, String(dead.pid));
    expect(claim(file)).toBe(true);
  });

  test("of a living one is respected, and not given back by another", async () => {
    const living = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", "tooling/start.ts"]);
    await once(living, "spawn");
    claim(file);
    writeFileSync(file, String(living.pid));
    expect(claim(file)).toBe(false);
    release(file);
    expect(existsSync(file)).toBe(true);
    living.kill();
    await once(living, "exit");
  });
});
