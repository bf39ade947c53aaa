import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { answersHandshake } from "../database/handshake.ts";
import { endServerOf } from "../database/private-server.ts";
import { openDatabase, SUPERVISOR_FILE } from "./open-database.ts";

const SIZE = { bufferPoolMib: 64, logMib: 32, maxConnections: 20 };
const PATIENT = { timeout: 10_000 };

let folder = "";
let other: ChildProcess;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "storehouse-shared-"));
  mkdirSync(join(folder, "run"));
  other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", "tooling"]);
  await once(other, "spawn");
});
afterEach(async () => {
  other.kill();
  await endServerOf(join(folder, "database"));
  rmSync(folder, { recursive: true, force: true });
});

const open = () => openDatabase({ folder, rootPassword: "test-only", port: 13_540, size: SIZE, isPrivate: true });
const ownerFile = (): string => join(folder, "database/owner.pid");
const isUp = (adminUrl: string) => answersHandshake({ path: new URL(adminUrl).searchParams.get("socketPath") ?? "" });

test("who started the server first leaves it up for one that serves from the folder", async () => {
  const seed = await open();
  writeFileSync(join(folder, SUPERVISOR_FILE), String(other.pid));
  await seed.stop();
  expect(await isUp(seed.adminUrl)).toBe(true);
  rmSync(join(folder, SUPERVISOR_FILE));
  const next = await open();
  await next.stop();
  expect(await isUp(next.adminUrl)).toBe(false);
});

test("who joined a running server leaves it to its owner, and takes it over when the owner is gone", async () => {
  const first = await open();
  writeFileSync(ownerFile(), String(other.pid));
  const joined = await open();
  await joined.stop();
  expect(await isUp(first.adminUrl)).toBe(true);

  const stays = await open();
  other.kill();
  await expect.poll(() => readFileSync(ownerFile(), "utf8"), PATIENT).toBe(String(process.pid));
  process.kill(Number(readFileSync(join(folder, "database/server.pid"), "utf8")), "SIGKILL");
  await expect.poll(() => isUp(stays.adminUrl), PATIENT).toBe(true);
  await stays.stop();
  expect(await isUp(stays.adminUrl)).toBe(false);
});
