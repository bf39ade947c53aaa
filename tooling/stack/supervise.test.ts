import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isAlive } from "../process/is-alive.ts";
import { type Service, supervise } from "./supervise.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "storehouse-supervise-"));
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const folders = (): { logs: string; run: string } => ({ logs: join(folder, "logs"), run: join(folder, "run") });

/** A program that notes each of its starts and its clean end. */
function service(lastLine: string): Service {
  const script = join(folder, "service.mjs");
  writeFileSync(
    script,
    `import { appendFileSync } from "node:fs";
     const note = (word) => appendFileSync(${JSON.stringify(join(folder, "notes"))}, word + "\\n");
     process.on("SIGTERM", () => { note("ended"); process.exit(0); });
     note("started " + process.pid);
     setInterval(() => {}, 1000);
     ${lastLine}`,
  );
  return { name: "service", command: [process.execPath, script], cwd: folder, env: {}, patienceMs: 3000 };
}

function notes(): string[] {
  try {
    return readFileSync(join(folder, "notes"), "utf8").trim().split("\n");
  } catch {
    return [];
  }
}

const startedPid = (): number =>
  Number(
    notes()
      .findLast((note) => note.startsWith("started"))
      ?.split(" ")[1],
  );

describe("supervise", () => {
  test("stops its process cleanly", async () => {
    const supervised = await supervise(service(""), folders());
    await vi.waitFor(() => expect(notes()).toHaveLength(1), 5000);
    await supervised.stop();
    expect(notes().at(-1)).toBe("ended");
  });

  test("starts it again 2 s after it was killed", async () => {
    const supervised = await supervise(service(""), folders());
    await vi.waitFor(() => expect(notes()).toHaveLength(1), 5000);
    process.kill(startedPid(), "SIGKILL");
    await sleep(1200);
    expect(notes()).toHaveLength(1);
    await vi.waitFor(() => expect(notes()).toHaveLength(2), 5000);
    await supervised.stop();
  });

  test("waits longer each time in a crash loop, and stops while it waits", async () => {
    const supervised = await supervise(service("throw new Error('no luck');"), folders());
    await sleep(4500);
    // Started at 0 and after 2 s; the third start would come after 4 s more.
    expect(notes()).toHaveLength(2);
    await supervised.stop();
    await sleep(2500);
    expect(notes()).toHaveLength(2);
    expect(vi.mocked(console.error).mock.calls.join()).toContain("no luck");
  });

  test("kills what does not end in time", async () => {
    const stubborn = {
      ...service("process.removeAllListeners('SIGTERM'); process.on('SIGTERM', () => {});"),
      patienceMs: 300,
    };
    const supervised = await supervise(stubborn, folders());
    await vi.waitFor(() => expect(notes()).toHaveLength(1), 5000);
    await sleep(200);
    await supervised.stop();
    expect(isAlive(startedPid(), "service.mjs")).toBe(false);
  });

  test("ends what a killed supervisor left behind, before it starts its own", async () => {
    // Its stop() comes after all, as if the supervisor had been killed.
    const killed = await supervise(service(""), folders());
    await vi.waitFor(() => expect(notes()).toHaveLength(1), 5000);
    const leftover = startedPid();
    const next = { ...folders(), logs: join(folder, "logs-2") };
    const supervised = await supervise(service(""), next);
    expect(isAlive(leftover, "service.mjs")).toBe(false);
    await supervised.stop();
    // Else it would begin its process anew, in the middle of another test.
    await killed.stop();
  });
});
