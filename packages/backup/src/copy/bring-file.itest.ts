import { and, eq } from "@storehouse/db";
import { backups, platformAudit } from "@storehouse/db/central";
import { identity, locations, secondFactors } from "@storehouse/db/tenant";
import { type OperatorActor, operatorPermissionsOf } from "@storehouse/domain";
import { approveFactoryCopy, switchFactory } from "@storehouse/services";
import { lockText, recordPlatformEvent, SECRET_PLACES, unlockText } from "@storehouse/tenancy";
import { buildLocation, createTestService, type TestFactory } from "@storehouse/testing";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { v7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { bringFile } from "./bring-file.ts";
import { type CopyRig, createCopyRig } from "./copies.fixture.ts";
import { operatorCopies } from "./copy-desk.ts";

const service = await createTestService("$argon2id$none");
const rig: CopyRig = createCopyRig(service, process.env);
const { central } = service.tenancy;
const ctx = { ...rig.ctx, central };
const SOON = { closeMs: 50 };
let fans: TestFactory;
let pumps: TestFactory;
let pumpsFile: string;

beforeAll(async () => {
  [fans, pumps] = [await service.factory("fans"), await service.factory("pumps")];
  await buildLocation(fans.db, "A fans' place");
  await buildLocation(pumps.db, "A pumps' place");
  const secret = lockText(rig.ctx.keys, SECRET_PLACES.secondFactor(pumps.record.id, pumps.userIds.master), "a phone's");
  await pumps.db.insert(secondFactors).values({ userId: pumps.userIds.master, ...secret, createdAt: new Date() });
  pumpsFile = await download(pumps);
});
beforeEach(() => rig.clear());
afterAll(() => rig.drop());

/** An archive as somebody has it who downloaded it. */
async function download(factory: TestFactory): Promise<string> {
  const [row] = await central
    .select()
    .from(backups)
    .where(eq(backups.id, await rig.save(factory)));
  const path = join(rig.ctx.folder, "..", `${factory.record.dbName}.downloaded`);
  copyFileSync(join(rig.ctx.folder, row?.fileName ?? ""), path);
  return path;
}

const record: Parameters<typeof bringFile>[2]["record"] = (tx, detail) =>
  recordPlatformEvent(tx, { actor: "operator", action: "backup.bringFile", detail });
const bring = (path: string, isForeignWanted = false, id = v7()) =>
  bringFile(ctx, fans.record.id, { path, id, requestedBy: "operator:olga", isForeignWanted, record }).then(() => id);
const shelf = (): readonly string[] => readdirSync(rig.ctx.folder).filter((name) => name.endsWith(".backup"));

/** The factory as a request opens it that comes in now. */
async function inside<T>(work: (db: TestFactory["db"]) => Promise<T>): Promise<T> {
  service.tenancy.closeFactory(fans.record.id);
  const { db, release } = await service.tenancy.openTenant(
    (await service.tenancy.findFactoryById(fans.record.id)) ?? fans.record,
  );
  return work(db).finally(release);
}
const placesOf = async (db: TestFactory["db"]): Promise<readonly string[]> =>
  (await db.select({ name: locations.name }).from(locations)).map(({ name }) => name);

test("an archive brought by hand is restored as one of the store is, and leaves nothing in it", async () => {
  const path = await download(fans);
  const before = shelf();
  const id = await bring(path);
  expect(shelf()).toHaveLength(before.length + 1);
  expect(await rig.tendAll()).toEqual([{ outcome: "ready" }]);
  expect(await rig.placesIn(fans, id)).toContain("A fans' place");
  expect(await rig.row(id)).toMatchObject({ kind: "FILE", originId: null, rowCount: expect.any(Number) });
  expect(shelf()).toEqual(before);
});

test("one that was changed, or is of another factory, is refused before anything is touched", async () => {
  const [before, files] = [await fans.fingerprint(), shelf()];
  const bytes = readFileSync(await download(fans));
  const spoilt = join(rig.ctx.folder, "..", "spoilt.backup");
  for (const at of [20, Math.floor(bytes.length / 2), bytes.length - 9]) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    writeFileSync(spoilt, changed);
    await expect(bring(spoilt)).rejects.toMatchObject({ name: "ArchiveRefused" });
  }
  await expect(bring(pumpsFile)).rejects.toThrow("of another factory");
  await expect(bring(join(rig.ctx.folder, "nothing.backup"))).rejects.toMatchObject({ name: "ArchiveRefused" });
  expect(await rig.desk(fans).list({ limit: 5 })).toMatchObject({ rows: [] });
  expect([await fans.fingerprint(), shelf().length]).toEqual([before, files.length + 1]);
});

const operator = (username: string): OperatorActor => ({
  id: v7(),
  username,
  name: username,
  role: "OWNER",
  factoryIds: null,
  sessionId: "",
  permissions: operatorPermissionsOf("OWNER"),
});
const asked = (username: string) => ({ central, operator: operator(username), now: () => new Date() });
const ports = { copiesOf: (factory: { id: string; dbName: string }) => operatorCopies(central, factory) };
const wish = (id: string, confirm = fans.record.dbName) => ({ factoryId: fans.record.id, id, confirm });

test("another factory's archive waits for a second operator: one alone, or the same one twice, restores nothing", async () => {
  const before = await fans.fingerprint();
  const id = await bring(pumpsFile, true);
  expect(await rig.tendAll(SOON)).toEqual([]);
  await expect(switchFactory(asked("olga"), ports, wish(id))).rejects.toMatchObject({
    failure: { code: "WRONG_STATE", state: "AWAITING" },
  });
  await expect(approveFactoryCopy(asked("olga"), ports, wish(id))).rejects.toMatchObject({
    failure: { code: "INVALID", reason: "SAME_OPERATOR" },
  });
  await expect(approveFactoryCopy(asked("omar"), ports, wish(id, "pumps"))).rejects.toMatchObject({
    failure: { code: "INVALID", field: "confirm", reason: "NOT_THE_NAME" },
  });
  expect(await rig.tendAll(SOON)).toEqual([]);
  expect(await rig.row(id)).toMatchObject({ state: "AWAITING", approvedBy: null });
  expect([await rig.databasesOf(id), await fans.fingerprint()]).toEqual([[], before]);
});

test("approved by a second one, it is restored as this factory's own, which is saved first; its people can't look in before", async () => {
  const id = await bring(pumpsFile, true);
  await approveFactoryCopy(asked("omar"), ports, wish(id));
  await approveFactoryCopy(asked("omar"), ports, wish(id));
  expect(await rig.tendAll()).toEqual([{ outcome: "ready" }]);
  expect(await rig.desk(fans).find(id)).toBeUndefined();
  await expect(rig.placesIn(fans, id)).rejects.toMatchObject({ failure: { code: "NOT_FOUND" } });
  await expect(rig.desk(fans).switchTo({ id, requestedBy: "The master" })).rejects.toMatchObject({
    failure: { code: "NOT_FOUND" },
  });

  await switchFactory(asked("olga"), ports, wish(id));
  expect(await rig.tendAll(SOON)).toEqual([{ outcome: "switched" }]);
  expect(await inside(placesOf)).toContain("A pumps' place");
  expect(await inside((db) => db.select({ id: identity.factoryId }).from(identity))).toEqual([{ id: fans.record.id }]);
  // What was locked for the other factory opens for this one: its people's phones go on.
  const [factor] = await inside((db) => db.select().from(secondFactors));
  const place = SECRET_PLACES.secondFactor(fans.record.id, pumps.userIds.master);
  expect(factor && unlockText(rig.ctx.keys, place, factor)).toBe("a phone's");
  const { safetyBackupId, keptId } = await rig.row(id);
  expect(
    await central
      .select()
      .from(backups)
      .where(eq(backups.id, safetyBackupId ?? "")),
  ).toMatchObject([{ state: "VERIFIED", subject: fans.record.id }]);
  expect(await rig.placesIn(fans, keptId ?? "")).toContain("A fans' place");
  const isApproval = and(eq(platformAudit.factoryId, fans.record.id), eq(platformAudit.action, "backup.approve"));
  expect(await central.select({ by: platformAudit.actor }).from(platformAudit).where(isApproval)).toEqual([
    { by: "operator:omar" },
  ]);
});
