import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { isAlive } from "./is-alive.ts";
import { runProgram } from "./run-program.ts";

const LEAVES_CHILD =
  'const c = require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" }); console.log(c.pid);';

describe("runProgram", () => {
  test("returns the exit code and what was printed", async () => {
    const { code, output } = await runProgram(process.execPath, [
      "-e",
      "console.log('out'); console.error('err'); process.exit(3)",
    ]);
    expect(code).toBe(3);
    expect(output.split("\n").filter(Boolean).sort()).toEqual(["err", "out"]);
  });

  test("a program that does not exist is a failure with its name", async () => {
    expect(await runProgram("/nonexistent/program", [])).toMatchObject({
      code: 127,
      output: expect.stringContaining("/nonexistent/program") as string,
    });
  });

  test("what takes too long is ended with all that it started", async () => {
    const { code, output } = await runProgram(process.execPath, ["-e", `${LEAVES_CHILD} setInterval(() => {}, 1000)`], {
      limitMs: 700,
    });
    expect(code).toBe(124);
    expect(output).toContain("not done after 0.7 s");
    await sleep(100);
    expect(isAlive(Number.parseInt(output, 10), "setInterval")).toBe(false);
  });

  test("a child left behind does not keep the caller waiting, and is ended", async () => {
    const { code, output } = await runProgram(process.execPath, ["-e", `${LEAVES_CHILD} process.exit(0)`]);
    expect(code).toBe(0);
    await sleep(100);
    expect(isAlive(Number.parseInt(output, 10), "setInterval")).toBe(false);
  });
});
