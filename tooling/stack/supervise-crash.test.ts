import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { APP_COMMANDS } from "../app-commands.ts";
import { NODE, ROOT } from "../paths.ts";
import { supervise } from "./supervise.ts";

/** Is loaded before the worker and brings it down soon after it has begun. */
const MISHAP = "data:text/javascript,setTimeout(() => { throw new Error('mishap'); }, 1500)";

type Crash = Readonly<{ at: string; message: string; pid: number }>;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "storehouse-crash-"));
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

test("a worker that crashes again and again is begun anew each time, and every crash is written down", async () => {
  const { args, cwd, name } = APP_COMMANDS.worker;
  const logs = join(folder, "logs");
  // No server is there: the worker waits for one until its mishap.
  const nowhere = "mysql://nobody:nothing@127.0.0.1:1/central_db";
  const env = {
    PATH: process.env["PATH"] ?? "",
    CENTRAL_DATABASE_URL: nowhere,
    PROVISIONER_DATABASE_URL: nowhere,
    STOREHOUSE_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    LOG_DIR: logs,
  };
  const command = [NODE, "--import", MISHAP, ...args] as const;
  const service = { name, command: [...command] as [string, ...string[]], cwd: join(ROOT, cwd), env, patienceMs: 5000 };
  const supervised = await supervise(service, { logs, run: join(folder, "run") });
  const crashes = (): Crash[] => {
    const file = join(logs, "crashes.log");
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    return text.split("\n---\n").flatMap((entry) => (entry === "" ? [] : [JSON.parse(entry) as Crash]));
  };
  try {
    await vi.waitFor(() => expect(crashes().length).toBeGreaterThanOrEqual(2), { timeout: 60_000, interval: 200 });
  } finally {
    await supervised.stop();
  }
  const [first, second] = crashes();
  expect([first?.message, second?.message]).toEqual(["mishap", "mishap"]);
  expect(second?.pid).not.toBe(first?.pid);
  // Two seconds until it ends, two until the next begins, and what that needs until its own.
  expect(Date.parse(second?.at ?? "") - Date.parse(first?.at ?? "")).toBeGreaterThan(5_000);
  const said = vi.mocked(console.error).mock.calls.join("\n");
  expect(said).toContain("worker has ended (1); starting it again in 2 s.");
}, 90_000);
