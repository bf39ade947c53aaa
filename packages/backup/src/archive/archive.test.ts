import type { BackupManifest } from "@storehouse/domain";
import { parseKeys } from "@storehouse/tenancy";
import { execFile } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { ArchiveRefused } from "../backup-failed.ts";
import { localStore } from "../store/local-store.ts";
import { assertIntact, readArchive } from "./read-archive.ts";
import { type ArchiveWish, writeArchive } from "./write-archive.ts";

const folder = mkdtempSync(join(tmpdir(), "archive-"));
const store = localStore(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const keys = parseKeys(`k1:${randomBytes(32).toString("base64")}`);
const others = parseKeys(`k1:${randomBytes(32).toString("base64")}`);
const FACTORY = "01999999-0000-7000-8000-000000000001";

const manifestOf = (facts: Parameters<ArchiveWish["finish"]>[0]): BackupManifest => ({
  backupId: "b1",
  factoryId: FACTORY,
  schemaVersion: 1,
  appVersion: "0",
  server: { kind: "mariadb", version: "10.11" },
  startedAt: "",
  finishedAt: "",
  hasTrailer: true,
  tables: {},
  ...facts,
});

async function write(name: string, content: Buffer): Promise<string> {
  const source = Readable.from([content.subarray(0, 1_000), content.subarray(1_000)]);
  const finish: ArchiveWish["finish"] = async (facts) => manifestOf(facts);
  await writeArchive({ store, fileName: name, backupId: "b1", subject: FACTORY, keys, source, finish });
  return join(folder, name);
}

const check = async (path: string, by = keys): Promise<void> =>
  assertIntact(await readArchive(store, basename(path), by));

test("what is saved comes back byte for byte, of any size around a chunk's, and nothing of it can be read in the file", async () => {
  for (const size of [0, 1, 65_535, 65_536, 65_537, 300_000]) {
    const content = randomBytes(size);
    const path = await write(`size-${size}`, content);
    await check(path);
    expect((await buffer(await (await readArchive(store, basename(path), keys)).readDump())).equals(content)).toBe(
      true,
    );
  }
  const canary = Buffer.from("canary-of-the-factory ".repeat(5_000));
  const path = await write("canary", canary);
  expect(readFileSync(path).includes("canary-of")).toBe(false);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).filter((name) => name.endsWith(".partial"))).toEqual([]);
});

test("of 100 bytes flipped, anywhere in the file, 100 are refused", async () => {
  const path = await write("flipped", randomBytes(200_000));
  const whole = readFileSync(path);
  const places = [...Array(40).keys(), ...Array.from({ length: 50 }, () => randomInt(whole.length))];
  const ends = Array.from({ length: 10 }, (_, index) => whole.length - 1 - index);
  let refused = 0;
  for (const place of [...places, ...ends]) {
    const changed = Buffer.from(whole);
    changed[place] = (changed[place] ?? 0) ^ (1 << randomInt(8));
    writeFileSync(path, changed);
    await check(path).catch((error: unknown) => (refused += error instanceof ArchiveRefused ? 1 : 0));
  }
  expect(refused).toBe(100);
});

test("chunks that are swapped, repeated, left out or cut off are refused, and so is another key", async () => {
  const path = await write("chunks", randomBytes(400_000));
  await expect(check(path, others)).rejects.toThrow(ArchiveRefused);
  const whole = readFileSync(path);
  const start = whole.indexOf("}", 10) + 1;
  const size = 65_536 + 16;
  const chunk = (index: number): Buffer => whole.subarray(start + index * size, start + (index + 1) * size);
  const rest = whole.subarray(start + 3 * size);
  const before = whole.subarray(0, start);
  const variants = [
    [before, chunk(1), chunk(0), chunk(2), rest],
    [before, chunk(0), chunk(0), chunk(2), rest],
    [before, chunk(0), chunk(2), rest],
    [whole.subarray(0, whole.length - 5_000)],
    [whole.subarray(0, 20)],
    [],
  ];
  for (const parts of variants) {
    writeFileSync(path, Buffer.concat(parts));
    await expect(check(path)).rejects.toThrow(ArchiveRefused);
  }
});

test("a source that was not whole leaves nothing", async () => {
  const source = Readable.from([randomBytes(100_000)]);
  const finish = () => Promise.reject(new Error("no trailer"));
  await expect(
    writeArchive({ store, fileName: "half", backupId: "b", subject: "central", keys, source, finish }),
  ).rejects.toThrow("no trailer");
  expect(readdirSync(folder).filter((name) => name.startsWith("half"))).toEqual([]);
});

test("a disk that is full in the middle leaves nothing", async () => {
  // The limit on a file's size stands in for a full disk: the write fails in the same way.
  const script = `
    process.on("SIGXFSZ", () => {});
    const { writeArchive } = await import(${JSON.stringify(join(import.meta.dirname, "write-archive.ts"))});
    const { localStore } = await import(${JSON.stringify(join(import.meta.dirname, "../store/local-store.ts"))});
    const { parseKeys } = await import("@storehouse/tenancy");
    const { Readable } = await import("node:stream");
    const { randomBytes } = await import("node:crypto");
    const keys = parseKeys("k1:" + randomBytes(32).toString("base64"));
    const source = Readable.from((function* () { for (let i = 0; i < 64; i++) yield randomBytes(65536); })());
    try {
      await writeArchive({ store: localStore(process.argv[1]), fileName: "full", backupId: "b", subject: "central", keys, source, finish: async () => ({}) });
    } catch (error) { console.log(error.code); }`;
  const limited = 'ulimit -f 1024; exec "$0" --input-type=module -e "$1" "$2"';
  const options = { cwd: join(import.meta.dirname, "..", "..") };
  const { stdout } = await promisify(execFile)("sh", ["-c", limited, process.execPath, script, folder], options);
  expect(stdout.trim()).toMatch(/EFBIG|ENOSPC/);
  expect(readdirSync(folder).filter((name) => name.startsWith("full"))).toEqual([]);
});
