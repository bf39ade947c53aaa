import { backups } from "@storehouse/db/central";
import { parseDatabaseUrl } from "@storehouse/tenancy";
import { createTestService, type TestFactory, type TestService } from "@storehouse/testing";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BackupContext } from "../backup-context.ts";
import { restoreInto } from "../check/restore-into.ts";
import { verifyBackup } from "../check/verify-backup.ts";
import { backupDesk } from "../desk.ts";
import { readPrograms } from "../dump/read-programs.ts";
import { cleanUp } from "../keep/clean-up.ts";
import { clearAllCrashed } from "../keep/clear-crashed.ts";
import { findBackup } from "../run/backup-rows.ts";
import { backUpFactory } from "../save/back-up.ts";
import type { BackupStore } from "./backup-store.ts";
import { type S3Server, startS3Server } from "./s3-server.fixture.ts";
import { s3Store } from "./s3-store.ts";

let service: TestService;
let fans: TestFactory;
let server: S3Server;
let store: BackupStore;
let ctx: BackupContext;
const folder = mkdtempSync(join(tmpdir(), "bucket-"));

beforeAll(async () => {
  service = await createTestService("$argon2id$none");
  [fans, server] = [await service.factory("fans"), await startS3Server()];
  store = s3Store(server.settings);
  const { installation, tenancy } = service;
  ctx = {
    tenancy,
    centralAddress: parseDatabaseUrl(installation.webUrl),
    provisioner: installation.provisioner,
    keys: installation.provisioner.keys,
    folder,
    store,
    programs: readPrograms(process.env),
  };
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
  await service.drop();
});

const row = async (id = "") => (await findBackup(service.tenancy.central, id)) ?? expect.unreachable();

test("a backup in a bucket is verified, fetched, restored and cleaned up as one in a folder is", async () => {
  const { central } = service.tenancy;
  const { outcome, id = "" } = await backUpFactory(ctx, fans.record.id, { slot: "a" });
  expect(outcome).toBe("stored");
  expect(await verifyBackup(ctx, id)).toEqual({ outcome: "verified" });
  const { fileName, storedBytes, sha256 } = await row(id);
  expect(await store.list()).toEqual([fileName]);
  // Nothing but the options of programs under way was ever in the folder.
  expect(readdirSync(folder)).toEqual(["run"]);

  const file = await backupDesk({ ...service.tenancy, folder, store }, fans.record).fileOf(id);
  if (file === undefined) throw new Error("The backup has no file.");
  const bytes = await buffer(await file.open());
  expect([bytes.length, file.sizeBytes]).toEqual([storedBytes, storedBytes]);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);

  const dbName = `${service.installation.prefix}restored`;
  const subject = fans.record.id;
  expect(await restoreInto(ctx, { fileName: fileName ?? "", subject, dbName })).toMatchObject({ ledger: [] });

  await central.update(backups).set({ state: "FAILED", requestedAt: new Date(Date.now() - 9 * 86_400_000) });
  expect(await cleanUp({ central, folder, store }, subject)).toBe(1);
  expect(await store.list()).toEqual([]);
});

test("a bucket that is away fails the backup with a reason, and what was stored but not recorded is cleared away", async () => {
  const away = { ...ctx, store: s3Store({ ...server.settings, endpoint: "http://127.0.0.1:9" }) };
  const failed = await backUpFactory(away, fans.record.id, { slot: "b" });
  expect(failed.outcome).toBe("failed");
  expect((await row(failed.id)).reason).toMatch(/^The store that backups go to did not answer as it should/);

  const { id = "" } = await backUpFactory(ctx, fans.record.id, { slot: "c" });
  // Killed between the last part and the row.
  await service.tenancy.central.update(backups).set({ state: "RUNNING" });
  expect(await store.list()).toHaveLength(1);
  expect(await clearAllCrashed(ctx)).toEqual([fans.record.id]);
  expect(await store.list()).toEqual([]);
  expect(await row(id)).toMatchObject({ state: "FAILED", fileName: null });
});

test("a bucket that is away while a backup is checked leaves it to be checked again", async () => {
  const { id = "" } = await backUpFactory(ctx, fans.record.id, { slot: "d" });
  const away = { ...ctx, store: s3Store({ ...server.settings, endpoint: "http://127.0.0.1:9" }) };
  expect(await verifyBackup(away, id)).toMatchObject({ outcome: "later" });
  expect(await verifyBackup(ctx, id)).toEqual({ outcome: "verified" });
});
