import { eq } from "@storehouse/db";
import { backups, factories, sideCopies } from "@storehouse/db/central";
import type { CopyPorts } from "@storehouse/services";
import { buildLocation, createTestService, isRefused, type TestFactory, type TestService } from "@storehouse/testing";
import { copyNameOf } from "@storehouse/tenancy";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { v7 } from "uuid";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { BackupContext } from "../backup-context.ts";
import { findBackup } from "../run/backup-rows.ts";
import { type CopyRig, createCopyRig } from "./copies.fixture.ts";
import { listMovingCopies, tendCopy } from "./tend-copies.ts";

let rig: CopyRig;
let fans: TestFactory;
let pumps: TestFactory;
let ctx: BackupContext;
let service: TestService;
let saved: string;

beforeAll(async () => {
  service = await createTestService("$argon2id$none");
  rig = createCopyRig(service, process.env);
  ({ ctx } = rig);
  [fans, pumps] = [await service.factory("fans"), await service.factory("pumps")];
  await buildLocation(fans.db, "Saved store");
  saved = await save(fans);
  await buildLocation(fans.db, "Later store");
});
afterAll(() => rig.drop());
afterEach(() => rig.clear());

const save = (factory: TestFactory): Promise<string> => rig.save(factory);
const desk = (factory: TestFactory): CopyPorts => rig.desk(factory);
const tendAll = () => rig.tendAll();
const book = (backupId = saved): Promise<string> => rig.book(fans, backupId);
const row = (id: string) => rig.row(id);
const databases = (id: string) => rig.databasesOf(id);
const names = (id: string, factory = fans) => rig.placesIn(factory, id);

test("a side copy holds what was saved, can be read, never written, and is gone when it is closed", async () => {
  const before = await fans.fingerprint();
  const id = await book();
  expect(await tendAll()).toEqual([{ outcome: "ready" }]);

  expect(await desk(fans).find(id)).toMatchObject({ state: "READY", kind: "BACKUP", backupId: saved, reason: null });
  expect(await names(id)).toContain("Saved store");
  expect(await names(id)).not.toContain("Later store");
  expect(await fans.fingerprint()).toBe(before);
  const writes = ["delete from locations", "insert into settings (id) values (9)", "drop table locations", "use mysql"];
  for (const text of writes)
    await expect(desk(fans).read(id, (db) => db.prepared(text, []))).rejects.toMatchObject({
      errno: expect.toBeOneOf([1044, 1142, 1295]),
    });

  const reader = await row(id);
  await desk(fans).close(id);
  await expect(names(id)).rejects.toMatchObject({ failure: { code: "WRONG_STATE", state: "DROPPING" } });
  expect(await tendAll()).toEqual([{ outcome: "dropped" }]);
  expect(await row(id)).toMatchObject({ state: "DROPPED", secret: null, dbUser: null });
  expect(await databases(id)).toEqual([]);
  expect(await service.installation.admin.rows("select user from mysql.user where user = ?", [reader.dbUser])).toEqual(
    [],
  );
});

test("another factory can't name, read, close or put in its place a copy that is not its own", async () => {
  const id = await book();
  await tendAll();
  const theirs = desk(pumps);
  expect(await theirs.find(id)).toBeUndefined();
  expect((await theirs.list({ limit: 5 })).rows).toEqual([]);
  await expect(names(id, pumps)).rejects.toMatchObject({ failure: { code: "NOT_FOUND" } });
  await expect(theirs.close(id)).rejects.toMatchObject({ failure: { code: "NOT_FOUND" } });
  await expect(theirs.switchTo({ id, requestedBy: "x" })).rejects.toMatchObject({ failure: { code: "NOT_FOUND" } });
  expect(await row(id)).toMatchObject({ state: "READY" });
  // A row that says so all the same opens nothing: the database says whose it is.
  const { central } = service.tenancy;
  await central.update(sideCopies).set({ factoryId: pumps.record.id }).where(eq(sideCopies.id, id));
  await expect(service.tenancy.openSideCopy(pumps.record.id, id)).rejects.toMatchObject({
    failure: { code: "UNAVAILABLE" },
  });
});

test("another factory's backup, an altered one and one whose file is gone come to nothing, in plain words", async () => {
  const refused = async (backupId: string): Promise<string | null> => {
    const id = await book(backupId);
    await tendAll();
    expect(await databases(id)).toEqual([]);
    expect(await row(id)).toMatchObject({ state: "FAILED" });
    return (await row(id)).reason;
  };
  const others = await save(pumps);
  expect(await refused(others)).toBe("The backup's file is not there any more.");
  const fileOf = async (backupId: string) =>
    join(ctx.folder, (await findBackup(service.tenancy.central, backupId))?.fileName ?? "");
  const own = await save(fans);
  const good = readFileSync(await fileOf(own));
  writeFileSync(await fileOf(own), readFileSync(await fileOf(others)));
  expect(await refused(own)).toBe("The backup is of another factory.");
  writeFileSync(await fileOf(own), readFileSync(await fileOf(saved)));
  expect(await refused(own)).toBe("The file is of another backup.");
  good[Math.floor(good.length / 2)] = (good[Math.floor(good.length / 2)] ?? 0) ^ 1;
  writeFileSync(await fileOf(own), good);
  expect(await refused(own)).toBe("The backup was changed, cut off, or locked with another key.");
  rmSync(await fileOf(own));
  expect(await refused(own)).toBe("The backup's file is not there any more.");
});

test("there are two at most, however many are asked for at once; an id sent twice is one", async () => {
  const asked = await Promise.allSettled([1, 2, 3, 4].map(() => book()));
  expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  expect(asked.filter(isRefused("LIMIT_REACHED"))).toHaveLength(2);
  const [id = ""] = await listMovingCopies(service.tenancy.central, 1);
  await desk(fans).open({ id, backupId: saved, requestedBy: "The master" });
  await expect(desk(fans).open({ id, backupId: v7(), requestedBy: "x" })).rejects.toThrow("KEY_REUSED");
  await expect(desk(pumps).open({ id, backupId: saved, requestedBy: "x" })).rejects.toThrow("KEY_REUSED");
});

test("what a killed worker left half restored is begun anew, three times at most; one out of its time is removed", async () => {
  const { central } = service.tenancy;
  const id = await book();
  const half = { state: "RESTORING", attempts: 1 } as const;
  await central.update(sideCopies).set(half).where(eq(sideCopies.id, id));
  await service.installation.admin.run(`create database ${copyNameOf(id)}`);
  // Two workers at it: one restores, the other lets it.
  const both = await Promise.all([tendCopy(ctx, id), tendCopy(ctx, id)]);
  expect(both.filter((tended) => tended !== undefined)).toEqual([{ outcome: "ready" }]);
  expect(await row(id)).toMatchObject({ state: "READY", attempts: 2 });

  await central
    .update(sideCopies)
    .set({ expiresAt: new Date(Date.now() - 1_000) })
    .where(eq(sideCopies.id, id));
  expect(await tendAll()).toEqual([{ outcome: "dropped" }]);
  expect(await databases(id)).toEqual([]);

  const hopeless = await book();
  await central
    .update(sideCopies)
    .set({ ...half, attempts: 3 })
    .where(eq(sideCopies.id, hopeless));
  expect(await tendAll()).toMatchObject([{ outcome: "failed" }]);
  expect(await row(hopeless)).toMatchObject({ state: "FAILED", reason: expect.stringContaining("was stopped") });
});

test("a copy that was closed while it was being restored is removed, and a newer schema is refused", async () => {
  const id = await book();
  const restoring = tendCopy(ctx, id);
  await expect.poll(async () => (await row(id)).state).toBe("RESTORING");
  await desk(fans).close(id);
  expect(await restoring).toEqual({ outcome: "later" });
  expect(await tendAll()).toEqual([{ outcome: "dropped" }]);
  expect(await databases(id)).toEqual([]);

  const { central } = service.tenancy;
  const { schemaVersion } = fans.record;
  const own = eq(factories.id, fans.record.id);
  await central
    .update(factories)
    .set({ schemaVersion: schemaVersion + 1 })
    .where(own);
  service.tenancy.closeFactory(fans.record.id);
  const newer = await save(fans);
  await central.update(factories).set({ schemaVersion }).where(own);
  service.tenancy.closeFactory(fans.record.id);
  const late = await book(newer);
  await tendAll();
  expect((await row(late)).reason).toBe("The backup is of a later version of the service.");
  await central.delete(backups).where(eq(backups.id, newer));
});
