import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { describeError } from "@storehouse/tenancy";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ArchiveRefused } from "../backup-failed.ts";
import type { BackupStore } from "./backup-store.ts";
import { localStore } from "./local-store.ts";
import { type S3Server, startS3Server } from "./s3-server.fixture.ts";
import { s3Store, StoreUnreachable } from "./s3-store.ts";

const folder = mkdtempSync(join(tmpdir(), "store-"));
let server: S3Server;
beforeAll(async () => {
  server = await startS3Server();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.stop();
});

// More than one part of an upload, and not a whole number of them.
const LARGE = randomBytes(19_000_001);

const stores: readonly (readonly [string, () => BackupStore])[] = [
  ["a folder", () => localStore(join(folder, "shelf"))],
  ["a bucket", () => s3Store(server.settings)],
];

describe.each(stores)("an archive in %s", (_where, open) => {
  async function put(name: string, content: Buffer): Promise<void> {
    const draft = await open().create(name);
    for (let at = 0; at < content.length; at += 65_536) await draft.write(content.subarray(at, at + 65_536));
    await draft.commit();
  }

  test("is there once it is whole, comes back byte for byte and in parts, and goes", async () => {
    const store = open();
    for (const [name, content] of [
      ["small.backup", randomBytes(10)],
      ["large.backup", LARGE],
    ] as const) {
      const draft = await store.create(name);
      await draft.write(content.subarray(0, 7));
      expect(await store.sizeOf(name)).toBeUndefined();
      await draft.write(content.subarray(7));
      await draft.commit();
      expect(await store.sizeOf(name)).toBe(content.length);
      expect((await buffer(await store.read(name))).equals(content)).toBe(true);
      expect(await buffer(await store.read(name, { start: 3, end: 8 }))).toEqual(content.subarray(3, 9));
    }
    expect([...(await store.list())].sort()).toEqual(["large.backup", "small.backup"]);
    for (const name of ["large.backup", "small.backup", "small.backup", "never.backup"]) await store.remove(name);
    expect(await store.list()).toEqual([]);
  });

  test("of which not all came is never there", async () => {
    const store = open();
    const draft = await store.create("half.backup");
    for (let at = 0; at < LARGE.length; at += 1_000_000) await draft.write(LARGE.subarray(at, at + 1_000_000));
    await draft.discard();
    expect(await store.sizeOf("half.backup")).toBeUndefined();
    expect(await store.list()).toEqual([]);
  });

  test("that is missing is refused", async () => {
    await expect(open().read("gone.backup")).rejects.toThrow(ArchiveRefused);
    expect(await open().sizeOf("gone.backup")).toBeUndefined();
  });

  test("is not written over by a half of the same name that was left behind", async () => {
    await put("twice.backup", Buffer.from("whole"));
    const draft = await open().create("twice.backup");
    await draft.write(Buffer.from("other"));
    await draft.discard();
    expect((await buffer(await open().read("twice.backup"))).toString()).toBe("whole");
    await open().remove("twice.backup");
  });
});

test("a half that a killed process left in a folder is cleared away with its name, and counts as no archive", async () => {
  const shelf = join(folder, "shelf");
  writeFileSync(join(shelf, "left.backup.partial"), "half");
  expect(await localStore(shelf).list()).toEqual([]);
  await localStore(shelf).remove("left.backup");
  expect(readdirSync(shelf)).toEqual([]);
});

test("a store that does not answer, or not us, is told apart from a missing archive, and its secret is in no error", async () => {
  const secretAccessKey = "a-secret-that-nobody-may-read";
  const wrong = s3Store({ ...server.settings, credentials: { accessKeyId: "NOBODY", secretAccessKey } });
  const away = s3Store({ ...server.settings, endpoint: "http://127.0.0.1:9" });
  const missing = s3Store({ ...server.settings, bucket: "no-such-bucket" });
  for (const store of [wrong, away, missing]) {
    const draft = await store.create("x.backup");
    const write = draft.write(LARGE).then(() => draft.commit());
    const tries = [write, store.read("x.backup"), store.list()];
    for (const error of await Promise.all(
      tries.map((work) =>
        work.then(
          () => undefined,
          (reason: unknown) => reason,
        ),
      ),
    )) {
      expect(error).toBeInstanceOf(StoreUnreachable);
      expect(JSON.stringify([error, describeError(error), String(error)])).not.toContain(secretAccessKey);
    }
    await draft.discard();
  }
});
