import { randomBytes } from "node:crypto";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { registrationOf, requestFactory } from "@storehouse/tenancy";
import { isLeaseHeld } from "@storehouse/tenancy/fleet";
import {
  createScratchInstallation,
  requestOf,
  type ScratchInstallation,
} from "@storehouse/tenancy/scratch-installation";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

let here: ScratchInstallation;
let logs: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
  logs = mkdtempSync(join(tmpdir(), "worker-"));
  here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
});
afterEach(async () => {
  for (const child of started.splice(0)) await end(child, "SIGKILL");
});
afterAll(async () => {
  rmSync(logs, { recursive: true });
  await here.drop();
});

test("a sign-up is ready within seconds, the worker is seen alive, and SIGTERM ends it with 0", async () => {
  const worker = start();
  const ticket = await signUp("quick");
  await until(async () => (await registrationOf(here.web.db, ticket)).state === "READY");
  await until(() => isLeaseHeld(here.web.db, `worker:${hostname()}`));

  const [code] = await end(worker, "SIGTERM");

  expect(code).toBe(0);
  expect(await isLeaseHeld(here.web.db, `worker:${hostname()}`)).toBe(false);
});

test("killed in the middle of its work, the next worker takes over", async () => {
  const first = start();
  const tickets = await Promise.all([1, 2, 3, 4].map((index) => signUp(`taken_over_${index}`)));
  await until(async () => (await stateOf(tickets[0])) !== "REQUESTED");
  await end(first, "SIGKILL");
  // As if the minute of the lease were over.
  await here.admin.run(`update ${here.centralName}.registrations set lease_until = null`);
  start();
  for (const ticket of tickets) await until(async () => (await stateOf(ticket)) === "READY");
  expect(await Promise.all(tickets.map(stateOf))).toEqual(tickets.map(() => "READY"));
});

test("a crash is written down and ends the process with 1", async () => {
  const folder = join(logs, "crash");
  const source = `import { installCrashLog } from ${JSON.stringify(import.meta.resolve("@storehouse/tenancy"))};
    installCrashLog({ dir: process.argv[1] });
    setInterval(() => {}, 1000);
    Promise.reject(new TypeError("boom"));`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", source, folder], { stdio: "ignore" });
  const [code] = (await once(child, "close")) as [number];
  expect(code).toBe(1);
  const entries = readFileSync(join(folder, "crashes.log"), "utf8").split("\n---\n");
  expect(JSON.parse(entries[0] ?? "")).toMatchObject({
    type: "TypeError",
    message: "boom",
    kind: "unhandledRejection",
  });
  expect(entries).toHaveLength(2);
});

function start(extra: Record<string, string> = {}): ChildProcess {
  const env = {
    PATH: process.env["PATH"] ?? "",
    CENTRAL_DATABASE_URL: here.webUrl,
    PROVISIONER_DATABASE_URL: here.provisionerUrl,
    STOREHOUSE_KEYS: here.keys,
    LOG_DIR: logs,
    ...extra,
  };
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], { env, stdio: "ignore" });
  started.push(child);
  return child;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown[]> {
  if (child.exitCode !== null || child.signalCode !== null) return [child.exitCode];
  const closed = once(child, "close");
  child.kill(signal);
  return closed;
}

async function signUp(name: string): Promise<string> {
  const request = requestOf(`${here.prefix}${name}_${randomBytes(2).toString("hex")}`);
  return (await requestFactory(here.web.db, request, here.server)).ticket;
}

const stateOf = async (ticket = ""): Promise<string> => (await registrationOf(here.web.db, ticket)).state;

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`It did not come about; crashes: ${existsSync(join(logs, "crashes.log"))}`);
    await sleep(50);
  }
}
