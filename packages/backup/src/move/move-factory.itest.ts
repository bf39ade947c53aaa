import { eq } from "@storehouse/db";
import { backups, factories, factoryMoves, jobs, platformAudit, sideCopies } from "@storehouse/db/central";
import { locations } from "@storehouse/db/tenant";
import { DomainError } from "@storehouse/domain";
import { buildLocation, createTestService, type TestFactory, type TestService } from "@storehouse/testing";
import { movedNameOf } from "@storehouse/tenancy/provision";
import { setTimeout as sleep } from "node:timers/promises";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { backupDesk } from "../desk.ts";
import { verifyBackup } from "../check/verify-backup.ts";
import { tendCopy } from "../copy/tend-copies.ts";
import { backUpFactory } from "../save/back-up.ts";
import { moveFactory, type MoveOptions, type MovePoint } from "./move-factory.ts";
import { createMoveRig, type MoveRig, NORTH } from "./moves.fixture.ts";
import { listUntidyMoves, tendMove } from "./tend-moves.ts";

// Another test may be looking at a backup of its own on the second server.
const WHILE_OTHERS_CHECK = { timeout: 15_000 };
let rig: MoveRig<TestService>;
let fans: TestFactory;
let turn = 0;

beforeAll(async () => {
  rig = await createMoveRig(await createTestService("$argon2id$none"), process.env);
  fans = await rig.service.factory("fans");
  await buildLocation(fans.db, "Old store");
});
afterAll(() => rig.drop());

const central = () => rig.service.tenancy.central;
const options = (over: Partial<MoveOptions> = {}): MoveOptions => ({
  signal: new AbortController().signal,
  closeMs: 50,
  ...over,
});
const move = (id: string, server = NORTH, over: Partial<MoveOptions> = {}) =>
  moveFactory(rig.ctx, rig.moveTo(fans, id, server), options(over)).finally(() =>
    rig.service.tenancy.closeFactory(fans.record.id),
  );

async function registered() {
  const [row] = await central().select().from(factories).where(eq(factories.id, fans.record.id));
  if (row === undefined) throw new Error("The factory is gone.");
  return row;
}

/** As a request of another process meets the factory. */
async function inside<T>(work: (db: TestFactory["db"]) => Promise<T>): Promise<T> {
  const record = await rig.web.findFactoryById(fans.record.id);
  if (record === undefined) throw new Error("The factory is gone.");
  const { db, release } = await rig.web.openTenant(record);
  return work(db).finally(release);
}
const places = (): Promise<readonly string[]> =>
  inside(async (db) => (await db.select({ name: locations.name }).from(locations)).map(({ name }) => name));
const write = async (): Promise<string> => {
  const name = `Place ${(turn += 1)}`;
  await inside((db) => buildLocation(db, name));
  return name;
};

test("a factory whose people go on working is on the other server, with all that was ever answered as saved", async () => {
  const id = v7();
  const saved: string[] = [];
  const refused = new Set<string>();
  let isOver = false;
  const working = (async () => {
    for (; !isOver; await sleep(5))
      await write().then(
        (name) => saved.push(name),
        (error: unknown) => refused.add(error instanceof DomainError ? JSON.stringify(error.failure) : String(error)),
      );
  })();
  const steps: string[] = [];
  // As long as a process may remember the factory.
  const moved = await move(id, NORTH, { closeMs: 5_200, onStep: async (step) => void steps.push(step) });
  const before = saved.length;
  await expect.poll(() => saved.length, { timeout: 10_000 }).toBeGreaterThan(before + 3);
  isOver = true;
  await working;

  expect(moved).toMatchObject({ from: "main", to: NORTH, isKept: true });
  expect(steps).toEqual(["checking", "rehearsing", "closing", "copying", "proving", "opening"]);
  // Nobody is told anything but that it is being moved, or that the server is not there for a moment.
  for (const one of refused) expect(one).toMatch(/"FACTORY_NOT_READY","state":"MOVING"|"UNAVAILABLE"/);
  expect(before).toBeGreaterThan(3);
  const now = await places();
  expect(saved.filter((name) => !now.includes(name))).toEqual([]);
  const { host, port, server, state } = await registered();
  expect({ server, state, host, port }).toMatchObject({
    server: NORTH,
    state: "READY",
    port: rig.ctx.provisioner.at(NORTH).server.port,
  });
  await expect
    .poll(() => rig.foundThere(fans), WHILE_OTHERS_CHECK)
    .toEqual([fans.record.dbName, fans.record.dbUser].sort());
  // What it was lies where nobody enters it.
  expect(await rig.foundHere(fans)).toEqual([movedNameOf(id)]);
  const [line] = await central().select().from(platformAudit).where(eq(platformAudit.action, "factory.move"));
  expect(line?.detail).toMatchObject({ by: "olga", from: "main", to: NORTH });
});

test("its backups go on there, and those from before the move can be restored there", async () => {
  const [old] = await central().select().from(backups).where(eq(backups.state, "VERIFIED")).orderBy(backups.startedAt);
  const { outcome, id = "" } = await backUpFactory(rig.ctx, fans.record.id, { slot: v7().slice(-20) });
  expect(outcome).toBe("stored");
  expect(await verifyBackup(rig.ctx, id)).toEqual({ outcome: "verified" });

  const desk = backupDesk({ ...rig.web, folder: rig.ctx.folder }, fans.record).copies;
  const copyId = v7();
  await desk.open({ id: copyId, backupId: old?.id ?? "", requestedBy: "The master" });
  expect(await tendCopy(rig.ctx, copyId)).toEqual({ outcome: "ready" });
  const then = await desk.read(copyId, async (db) => db.select({ name: locations.name }).from(locations));
  expect(then.map(({ name }) => name)).toContain("Old store");
  // It lies beside the factory, and would be left behind.
  await expect(move(v7(), "main")).rejects.toThrow("side copies");
  expect(await registered()).toMatchObject({ state: "READY", server: NORTH });
  await desk.close(copyId);
  expect(await tendCopy(rig.ctx, copyId)).toEqual({ outcome: "dropped" });
});

test("sent twice, it is one move, and what was left behind is removed after its week", async () => {
  const id = v7();
  const both = await Promise.all([move(id, "main"), move(id, "main")]);
  expect(both[0]).toEqual(both[1]);
  expect(await registered()).toMatchObject({ state: "READY", server: "main", host: rig.ctx.centralAddress.host });
  // A process that remembers where the factory was finds it closed there, for five seconds at most.
  await expect.poll(() => places().catch(() => []), { timeout: 20_000 }).toContain("Old store");
  await expect(move(v7(), "main")).rejects.toThrow("is on main already");

  const { provisioner } = rig.ctx;
  expect(await listUntidyMoves(rig.ctx)).toEqual([]);
  await provisioner.central.update(factoryMoves).set({ keptUntil: new Date(Date.now() - 1_000) });
  for (const one of await listUntidyMoves(rig.ctx)) await tendMove(rig.ctx, one);
  const states = await provisioner.central.select({ state: factoryMoves.state }).from(factoryMoves);
  expect(states).toEqual([{ state: "ENDED" }, { state: "ENDED" }]);
  await expect.poll(() => rig.foundThere(fans), WHILE_OTHERS_CHECK).toEqual([]);
  expect(await rig.foundHere(fans)).toEqual([fans.record.dbName, fans.record.dbUser].sort());
});

test("what would not do is refused before anything is touched", async () => {
  const before = await fans.fingerprint();
  await expect(move(v7(), "south")).rejects.toThrow("no server called south");
  const jobId = v7();
  const job = { id: jobId, kind: "factory.archive", factoryId: fans.record.id, openKey: jobId, payload: {} } as const;
  const rest = { state: "QUEUED", requestedBy: "x", runAt: new Date(), createdAt: new Date() };
  await central()
    .insert(jobs)
    .values({ ...job, ...rest });
  await expect(move(v7())).rejects.toThrow("Another job of the factory is open: factory.archive");
  await central().delete(jobs).where(eq(jobs.id, jobId));
  const copy = { id: v7(), factoryId: fans.record.id, kind: "BEFORE", state: "READY", dbName: "none" } as const;
  await central()
    .insert(sideCopies)
    .values({ ...copy, requestedAt: new Date(), expiresAt: new Date("2099-01-01") });
  await expect(move(v7())).rejects.toThrow("ends by itself on 2099-01-01");
  await central().delete(sideCopies);
  await central().update(factories).set({ quarantineReason: "Step 7" }).where(eq(factories.id, fans.record.id));
  await expect(move(v7())).rejects.toThrow("Its last migration failed");
  await central().update(factories).set({ quarantineReason: null }).where(eq(factories.id, fans.record.id));

  const { dbName } = fans.record;
  await rig.admins.there.run(`create database ${dbName}; create table ${dbName}.theirs (id int)`);
  await expect(move(v7())).rejects.toThrow("a database or a user of the factory's name already");
  expect(await rig.admins.there.rows(`show tables in ${dbName}`)).toHaveLength(1);
  await rig.admins.there.run(`drop database ${dbName}`);
  const most = "select @@max_connections as most";
  const [{ most: former } = { most: 0 }] = await rig.admins.there.rows<{ most: number }>(most);
  await rig.admins.there.run("set global max_connections = 12");
  await expect(move(v7())).rejects.toThrow("connections left");
  await rig.admins.there.run(`set global max_connections = ${former}`);

  expect(await fans.fingerprint()).toBe(before);
  expect(await registered()).toMatchObject({ state: "READY", server: "main" });
  await expect.poll(() => rig.foundThere(fans), WHILE_OTHERS_CHECK).toEqual([]);
});

test.each(["begun", "fenced", "entered"] satisfies readonly MovePoint[])(
  "what fails when it is %s leaves the factory open where it was, and nothing on the other server",
  async (point) => {
    const before = await fans.fingerprint();
    const onPoint = (reached: string): void => {
      if (reached === point) throw new Error(`failed when it was ${point}`);
    };
    await expect(move(v7(), NORTH, { onPoint })).rejects.toThrow(point);
    expect(await registered()).toMatchObject({ state: "READY", server: "main" });
    await expect.poll(() => rig.foundThere(fans), WHILE_OTHERS_CHECK).toEqual([]);
    expect(await fans.fingerprint()).toBe(before);
    // Its people may read, add and change as before.
    const name = await write();
    await inside((db) =>
      db
        .update(locations)
        .set({ name: `${name} again` })
        .where(eq(locations.name, name)),
    );
    expect(await places()).toContain(`${name} again`);
  },
);
