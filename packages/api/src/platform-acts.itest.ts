import { hashPassword } from "@storehouse/auth";
import { and, eq } from "@storehouse/db";
import { databaseServers, factories, jobSchedules, jobs, plans, platformAudit } from "@storehouse/db/central";
import { type OfferedPlan, PLANS } from "@storehouse/domain";
import {
  apiOptions,
  type Caller,
  createTestService,
  operatorCaller,
  type RunningServer,
  serveApi,
  type TestFactory,
} from "@storehouse/testing";
import { randomUUID as newId } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";

const service = await createTestService(await hashPassword("a-walk-by-the-river"));
const { provisioner } = service.installation;
const { central } = service.tenancy;
let server: RunningServer;
let a: TestFactory;
let owner: Caller;

beforeAll(async () => {
  a = await service.factory("alpha");
  server = await serveApi(makeHandler(apiOptions(service)));
  owner = await operatorCaller(service, server, { role: "OWNER" });
  const seenAt = new Date();
  // By the worker's account: the web's may only read it.
  await provisioner.central.insert(databaseServers).values([
    { name: "main", host: "127.0.0.1", port: 1, version: "1", seenAt },
    { name: "north", host: "127.0.0.1", port: 2, version: "1", seenAt },
  ]);
});
afterAll(async () => {
  await server.close();
  await service.drop();
});
beforeEach(async () => {
  await central.delete(jobs);
  await central.update(factories).set({ state: "READY", archivedAt: null }).where(eq(factories.id, a.record.id));
});

const failureOf = ({ body }: { body: unknown }) =>
  (body as { error: { data: { failure: { code: string } | null } } }).error.data.failure;
const dataOf = <T>({ body }: { body: unknown }) => (body as { result: { data: T } }).result.data;
const open = () => central.select({ id: jobs.id, kind: jobs.kind, payload: jobs.payload }).from(jobs);
const lines = (action: string) => central.select().from(platformAudit).where(eq(platformAudit.action, action));

test.each([
  ["moveFactory", "factory.move", { server: "north" }],
  ["rotatePassword", "factory.rotatePassword", {}],
  ["archiveFactory", "factory.archive", {}],
] as const)("%s asks the worker once, however often it is sent, and the log says who", async (name, kind, payload) => {
  const input = { factoryId: a.record.id, id: newId(), ...payload };
  const answers = await Promise.all([1, 2, 3].map(() => owner.copy().post(`platform.${name}`, input)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await open()).toEqual([{ id: input.id, kind, payload }]);
  const isIt = and(eq(platformAudit.action, `${kind}.request`), eq(platformAudit.factoryId, a.record.id));
  const told = await central.select().from(platformAudit).where(isIt);
  expect(told).toHaveLength(1);
  expect(told[0]?.actor).toMatch(/^operator:op-/);
  const other = await owner.post(`platform.${name}`, { ...input, id: newId() });
  expect(failureOf(other)).toMatchObject({ code: "WRONG_STATE", entity: "job" });
  const work = await owner.get("platform.factoryWork", { factoryId: a.record.id });
  expect(dataOf(work)).toMatchObject([{ id: input.id, kind, state: "QUEUED" }]);
});

test("a factory is moved only to another server that the worker knows", async () => {
  const to = (name: string) =>
    owner.post("platform.moveFactory", { factoryId: a.record.id, id: newId(), server: name });
  expect(failureOf(await to("south"))).toMatchObject({ field: "server", reason: "SERVER_UNKNOWN" });
  expect(failureOf(await to("main"))).toMatchObject({ field: "server", reason: "SERVER_SAME" });
  await central.update(factories).set({ state: "MOVING" }).where(eq(factories.id, a.record.id));
  expect(failureOf(await to("north"))).toMatchObject({ code: "WRONG_STATE", state: "MOVING" });
  expect(await open()).toEqual([]);
});

test("a factory is deleted by its typed name, archived, and after its days", async () => {
  const remove = (typedName: string) =>
    owner.post("platform.deleteFactory", { factoryId: a.record.id, id: newId(), typedName });
  expect(failureOf(await remove("alpha"))).toMatchObject({ field: "typedName", reason: "NAME_DIFFERS" });
  expect(failureOf(await remove(a.record.dbName))).toMatchObject({ code: "WRONG_STATE" });
  const archive = (archivedAt: Date) =>
    central.update(factories).set({ state: "ARCHIVED", archivedAt }).where(eq(factories.id, a.record.id));
  await archive(new Date());
  expect(failureOf(await remove(a.record.dbName))).toMatchObject({ reason: "TOO_EARLY" });
  expect(dataOf(await owner.get("platform.factory", { factoryId: a.record.id }))).toMatchObject({ isDeletable: false });
  await archive(new Date(Date.now() - 8 * 86_400_000));
  expect(dataOf(await owner.get("platform.factory", { factoryId: a.record.id }))).toMatchObject({ isDeletable: true });
  expect((await remove(a.record.dbName)).status).toBe(200);
  expect(await open()).toMatchObject([{ kind: "factory.delete", payload: { typedName: a.record.dbName } }]);
});

test("what ends a factory or concerns them all is an owner's; who is assigned may move one", async () => {
  const operator = await operatorCaller(service, server, { role: "OPERATOR", factoryIds: [a.record.id] });
  const one = { factoryId: a.record.id, id: newId() };
  const refused = {
    archiveFactory: one,
    deleteFactory: { ...one, typedName: a.record.dbName },
    pauseMigrations: { isPaused: true },
    rotateKeys: { id: newId() },
  };
  for (const [name, input] of Object.entries(refused))
    expect(failureOf(await operator.post(`platform.${name}`, input)), name).toMatchObject({ code: "NOT_ALLOWED" });
  expect(await open()).toEqual([]);
  expect((await operator.post("platform.moveFactory", { ...one, server: "north" })).status).toBe(200);
  const viewer = await operatorCaller(service, server, { role: "VIEWER" });
  for (const [name, input] of [...Object.entries(refused), ["rotatePassword", one] as const])
    expect(failureOf(await viewer.post(`platform.${name}`, input)), name).toMatchObject({ code: "NOT_ALLOWED" });
  expect(dataOf(await viewer.get("platform.upkeep"))).toMatchObject({
    servers: [
      { name: "main", factories: 1 },
      { name: "north", factories: 0 },
    ],
  });
});

test("migrations rest and go on, each once in the log; keys are rotated once at a time", async () => {
  const pause = (isPaused: boolean) => owner.post("platform.pauseMigrations", { isPaused });
  expect(failureOf(await pause(true))).toMatchObject({ code: "NOT_FOUND" });
  await central.insert(jobSchedules).values({ name: "migrate-factories", cron: "* * * * *" });
  for (const isPaused of [true, true, false, false]) expect((await pause(isPaused)).status).toBe(200);
  expect(await lines("fleet.pause")).toHaveLength(1);
  expect(await lines("fleet.resume")).toHaveLength(1);
  expect(await central.select().from(jobSchedules)).toMatchObject([{ pausedAt: null, askedBy: expect.any(String) }]);
  const id = newId();
  for (let twice = 0; twice < 2; twice += 1) expect((await owner.post("platform.rotateKeys", { id })).status).toBe(200);
  expect(failureOf(await owner.post("platform.rotateKeys", { id: newId() }))).toMatchObject({ code: "WRONG_STATE" });
  expect(dataOf(await owner.get("platform.upkeep"))).toMatchObject({ isMigrationPaused: false, keys: { id } });
  expect(await lines("keys.rotate.request")).toHaveLength(1);
});

test("a plan that the installation added is listed with the others as they stand, and a factory is put on it", async () => {
  const own = { code: "pilot", maxUsers: 3, maxProducts: null, maxLocations: 2, maxStorageMb: 50, modules: [] };
  await provisioner.central.insert(plans).values(own);
  const known = dataOf<readonly OfferedPlan[]>(await owner.get("platform.plans"));
  expect(known.map(({ code }) => code)).toEqual([...PLANS.map(({ code }) => code), "pilot"].toSorted());
  expect(known).toContainEqual({
    code: "pilot",
    limits: { users: 3, products: null, locations: 2, storageMb: 50 },
    modules: [],
  });
  const change = (by: typeof owner, plan: string) => by.post("platform.changePlan", { factoryId: a.record.id, plan });
  const viewer = await operatorCaller(service, server, { role: "VIEWER" });
  expect(failureOf(await change(viewer, "pilot"))).toMatchObject({ code: "NOT_ALLOWED" });
  expect(failureOf(await change(owner, "nothing"))).toMatchObject({ code: "INVALID", field: "plan" });
  for (let twice = 0; twice < 2; twice += 1) expect((await change(owner, "pilot")).status).toBe(200);
  expect(dataOf(await owner.get("platform.factory", { factoryId: a.record.id }))).toMatchObject({ plan: "pilot" });
  expect(await lines("factory.setPlan")).toHaveLength(1);
});
