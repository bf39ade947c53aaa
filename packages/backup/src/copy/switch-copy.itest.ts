import { and, eq } from "@storehouse/db";
import { backups, factories, platformAudit, sideCopies } from "@storehouse/db/central";
import { auditLog, feedState, locations, outboxEmails, sessions, users } from "@storehouse/db/tenant";
import { buildLocation, createTestService, type TestFactory } from "@storehouse/testing";
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { v7 } from "uuid";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type CopyRig, createCopyRig } from "./copies.fixture.ts";

const service = await createTestService("$argon2id$none");
const rig: CopyRig = createCopyRig(service, process.env);
const { central } = service.tenancy;
const SOON = { closeMs: 50 };
let turn = 0;
let fans: TestFactory;
let copyId: string;

afterAll(() => rig.drop());
beforeEach(async () => {
  await rig.clear();
  // On a slow machine the installation's own session would be silent for too long.
  await service.installation.listDatabases();
  fans = await service.factory(`fans${(turn += 1)}`);
  await buildLocation(fans.db, "Saved store");
  const backupId = await rig.save(fans);
  await buildLocation(fans.db, "Later store");
  copyId = await rig.book(fans, backupId);
  await rig.tendAll();
});

const ask = () => rig.desk(fans).switchTo({ id: copyId, requestedBy: "The master" });
const factoryRow = async () => {
  const [row] = await central.select().from(factories).where(eq(factories.id, fans.record.id));
  return row ?? fans.record;
};

/** The factory as a request opens it that comes in now. */
async function inside<T>(work: (db: TestFactory["db"]) => Promise<T>): Promise<T> {
  service.tenancy.closeFactory(fans.record.id);
  const record = await service.tenancy.findFactoryById(fans.record.id);
  const { db, release } = await service.tenancy.openTenant(record ?? fans.record);
  return work(db).finally(release);
}
const places = (): Promise<readonly string[]> =>
  inside(async (db) => (await db.select({ name: locations.name }).from(locations)).map(({ name }) => name));

test("a copy takes the factory's place; the factory is saved first and kept as it was", async () => {
  const before = await factoryRow();
  await ask();
  await ask();
  expect(await rig.tendAll(SOON)).toEqual([{ outcome: "switched" }]);

  expect(await places()).toContain("Saved store");
  expect(await places()).not.toContain("Later store");
  const after = await factoryRow();
  expect(after).toMatchObject({ state: "READY", dbName: before.dbName, dbUser: before.dbUser });
  expect(after.credentialVersion).toBe(before.credentialVersion + 1);
  const { safetyBackupId, keptId, ...switched } = await rig.row(copyId);
  expect(switched).toMatchObject({ state: "SWITCHED", secret: null, reason: null });
  expect(await rig.databasesOf(copyId)).toEqual([]);
  const [safety] = await central
    .select()
    .from(backups)
    .where(eq(backups.id, safetyBackupId ?? ""));
  expect(safety).toMatchObject({ state: "VERIFIED", requestedBy: "Before a restore" });
  expect(await rig.row(keptId ?? "")).toMatchObject({ kind: "BEFORE", state: "READY", requestedBy: "The master" });
  expect(await rig.placesIn(fans, keptId ?? "")).toContain("Later store");
  const isRestore = and(eq(platformAudit.factoryId, fans.record.id), eq(platformAudit.action, "factory.restore"));
  expect(await central.select({ detail: platformAudit.detail }).from(platformAudit).where(isRestore)).toMatchObject([
    { detail: { by: "The master", keptAs: keptId } },
  ]);

  // What it was can be put back the same way.
  await rig.desk(fans).switchTo({ id: keptId ?? "", requestedBy: "The master" });
  expect(await rig.tendAll(SOON)).toEqual([{ outcome: "switched" }]);
  expect(await places()).toContain("Later store");
});

test("everybody signs in anew with the password of now, who was put out stays out, nothing is sent twice", async () => {
  const { manager, employee, master } = fans.userIds;
  const email = { toAddress: "a@b.c", subject: "s", body: "b", dueAt: new Date(), createdAt: new Date() };
  await fans.db.insert(outboxEmails).values({ id: v7(), ...email });
  await signIn(master);
  const backupId = await rig.save(fans);
  await fans.db.update(users).set({ passwordHash: "of now" }).where(eq(users.id, manager));
  await fans.db.update(users).set({ isActive: false }).where(eq(users.id, employee));
  await fans.db.insert(feedState).values({ id: 1, number: 70 });
  copyId = await rig.book(fans, backupId);
  await rig.tendAll();
  await ask();
  await rig.tendAll(SOON);

  await inside(async (db) => {
    expect(await db.select().from(sessions)).toEqual([]);
    const people = await db.select().from(users);
    const of = (id: string) => people.find((person) => person.id === id);
    expect(of(manager)).toMatchObject({ passwordHash: "of now", isActive: true });
    expect(of(employee)).toMatchObject({ isActive: false });
    expect(of(master)).toMatchObject({ isActive: true });
    expect(await db.select({ state: outboxEmails.state }).from(outboxEmails)).toEqual([{ state: "DEAD" }]);
    // Open screens start over: no number of before is one of now.
    expect((await db.select().from(feedState))[0]?.number).toBeGreaterThan(70);
    const told = await db.select().from(auditLog).where(eq(auditLog.action, "backups.restore"));
    expect(told).toMatchObject([{ actorName: "The master", entity: "factory", after: { backupId } }]);
  });
});

async function signIn(userId: string): Promise<void> {
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 3_600_000);
  const place = { device: "Firefox", address: "::1", createdAt: now, lastSeenAt: now, expiresAt };
  const id = createHash("sha256").update(v7()).digest("hex");
  await fans.db.insert(sessions).values({ id, publicId: v7(), userId, ...place });
}

test("while it is closed nobody is let in, what is under way is ended whole, and all is open again afterwards", async () => {
  await ask();
  const states: unknown[] = [];
  const switching = rig.tendAll({
    closeMs: 400,
    onPoint: (point) => {
      if (point === "closed") void factoryRow().then(({ state }) => states.push(state));
    },
  });
  await expect.poll(async () => (await factoryRow()).state, { timeout: 30_000 }).toBe("RESTORING");
  await expect(inside(async () => undefined)).rejects.toMatchObject({
    failure: { code: "FACTORY_NOT_READY", state: "RESTORING" },
  });
  // Begun before, and open over the swap: it is undone whole.
  const open = await fans.db.source.begin?.();
  await open?.handle.insert(locations).values({ ...PLACE(), name: "Half" });
  expect(await switching).toEqual([{ outcome: "switched" }]);
  await expect(open?.commit()).rejects.toMatchObject({ failure: { code: "UNAVAILABLE" } });
  expect(await places()).not.toContain("Half");
  expect(states).toEqual(["RESTORING"]);
  const { keptId } = await rig.row(copyId);
  expect(await rig.placesIn(fans, keptId ?? "")).not.toContain("Half");
});

const PLACE = () => ({ id: v7(), type: "STORE" as const, createdAt: new Date(), updatedAt: new Date() });

test("a factory that can't be saved first, or that the operator has closed, is left as it was", async () => {
  await ask();
  const full = { ...rig.ctx, readSpace: async () => ({ freeBytes: 1, totalBytes: 100 }) };
  const { tendCopy } = await import("./tend-copies.ts");
  expect(await tendCopy(full, copyId, SOON)).toMatchObject({ outcome: "failed" });
  expect(await rig.row(copyId)).toMatchObject({
    state: "READY",
    keptId: null,
    reason: expect.stringContaining("saved first"),
  });
  expect(await places()).toContain("Later store");
  expect(await factoryRow()).toMatchObject({ state: "READY" });

  await ask();
  const suspend = { onPoint: (point: string) => void (point === "updated" && suspended()) };
  const suspended = () =>
    central
      .update(factories)
      .set({ state: "SUSPENDED" })
      .where(eq(factories.id, fans.record.id))
      .then(() => sleep(1));
  expect(await tendCopy(rig.ctx, copyId, { ...SOON, ...suspend })).toMatchObject({ outcome: "failed" });
  expect(await factoryRow()).toMatchObject({ state: "SUSPENDED" });
  expect(await rig.row(copyId)).toMatchObject({ state: "READY" });
  await expect(ask()).rejects.toMatchObject({ failure: { code: "WRONG_STATE", entity: "factory" } });
});

test("a first backup that a killed worker left half written is taken anew, not waited for", async () => {
  await ask();
  const safetyBackupId = v7();
  const half = { id: safetyBackupId, subject: fans.record.id, state: "RUNNING", requestedAt: new Date() };
  await central.insert(backups).values(half);
  await central.update(sideCopies).set({ safetyBackupId }).where(eq(sideCopies.id, copyId));
  expect(await rig.tendAll(SOON)).toEqual([{ outcome: "switched" }]);
  expect(await places()).not.toContain("Later store");
  const left = await central.select().from(backups).where(eq(backups.id, safetyBackupId));
  expect(left).toMatchObject([{ state: "FAILED" }]);
});

test("while another session is at work on the database nothing is given up, however often it was tried", async () => {
  await ask();
  await central.update(sideCopies).set({ attempts: 9 }).where(eq(sideCopies.id, copyId));
  const session = await service.installation.provisioner.openSession();
  const lock = `storehouse:${createHash("sha256").update(fans.record.dbName).digest("hex").slice(0, 40)}`;
  await session.rows("select get_lock(?, 1) as got", [lock]);
  expect(await rig.tendAll(SOON)).toMatchObject([{ outcome: "later" }]);
  expect(await rig.row(copyId)).toMatchObject({ state: "SWITCHING" });
  await session.close();
  expect(await rig.tendAll(SOON)).toEqual([{ outcome: "switched" }]);
});

test("one copy at a time takes a factory's place", async () => {
  const [first] = await central.select().from(sideCopies).where(eq(sideCopies.id, copyId));
  const second = await rig.book(fans, first?.backupId ?? "");
  await rig.tendAll();
  const both = await Promise.allSettled(
    [copyId, second].map((id) => rig.desk(fans).switchTo({ id, requestedBy: "The master" })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(
    rig
      .desk(fans)
      .close(copyId)
      .then(() => rig.desk(fans).close(second)),
  ).rejects.toMatchObject({
    failure: { code: "WRONG_STATE", state: "SWITCHING" },
  });
  expect((await rig.tendAll(SOON)).map((tended) => tended?.outcome)).toContain("switched");
});
