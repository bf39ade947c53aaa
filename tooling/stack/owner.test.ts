import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { claim, isClaimedByAnother, release } from "./owner.ts";

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

  test("of a dead process is taken over by one alone of many who find it", async () => {
    const ownerModule = join(import.meta.dirname, "owner.ts");
    const code = `
      import { claim } from ${JSON.stringify(ownerModule)};
      process.stdin.once("data", () => { console.log(claim(process.argv[1])); setInterval(() => {}, 1000); });
      console.log("there");`;
    claim(file);
    for (let round = 0; round < 3; round += 1) {
      writeFileSync(file, String(2 ** 22 + 1));
      const args = ["--input-type=module", "-e", code, file, "tooling"];
      const rivals = Array.from({ length: 5 }, () =>
        spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] }),
      );
      await Promise.all(rivals.map(({ stdout }) => once(stdout, "data")));
      const answers = rivals.map(({ stdout }) => once(stdout, "data"));
      for (const { stdin } of rivals) stdin.write("go");
      const won = (await Promise.all(answers)).map(([answer]) => String(answer).trim());
      for (const rival of rivals) rival.kill();
      expect(won.filter((answer) => answer === "true")).toHaveLength(1);
    }
  });

  test("of a living one is respected, and not given back by another", async () => {
    const living = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", "tooling/start.ts"]);
    await once(living, "spawn");
    claim(file);
    writeFileSync(file, String(living.pid));
    expect(claim(file)).toBe(false);
    expect(isClaimedByAnother(file)).toBe(true);
    release(file);
    expect(existsSync(file)).toBe(true);
    living.kill();
    await once(living, "exit");
  });
});
