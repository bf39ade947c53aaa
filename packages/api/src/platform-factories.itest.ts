import { hashPassword } from "@storehouse/auth";
import { and, desc, eq } from "@storehouse/db";
import { backups, factories, factoryCalls, platformAudit, sideCopies } from "@storehouse/db/central";
import { users } from "@storehouse/db/tenant";
import { addCalls } from "@storehouse/services";
import {
  apiOptions,
  type Caller,
  createTestService,
  operatorCaller,
  platformCalls,
  type RunningServer,
  serveApi,
  type TestFactory,
} from "@storehouse/testing";
import { randomUUID as newId } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";
import { procedureAt } from "./procedure-at.ts";

const PASSWORD = "a-walk-by-the-river";
const service = await createTestService(await hashPassword(PASSWORD));
const options = apiOptions(service);
const { central } = service.tenancy;
const api = makeHandler(options);
let server: RunningServer;
let a: TestFactory;
let b: TestFactory;
let owner: Caller;

beforeAll(async () => {
  [a, b] = [await service.factory("alpha"), await service.factory("beta")];
  server = await serveApi(api);
  owner = await operatorCaller(service, server, { role: "OWNER" });
});
afterAll(async () => {
  await server.close();
  await service.drop();
});

const dataOf = ({ body }: { body: unknown }) => (body as { result: { data: Record<string, unknown> } }).result.data;
const failureOf = ({ body }: { body: unknown }) =>
  (body as { error: { data: { failure: { code: string } | null } } }).error.data.failure;

async function lines(action: string, factoryId?: string) {
  const isOfFactory = factoryId === undefined ? undefined : eq(platformAudit.factoryId, factoryId);
  return central
    .select()
    .from(platformAudit)
    .where(and(eq(platformAudit.action, action), isOfFactory))
    .orderBy(desc(platformAudit.at));
}

describe("factories", () => {
  beforeEach(async () => {
    await central.update(factories).set({ state: "READY", suspendReason: null, quarantineReason: null });
    for (const { record } of [a, b]) service.tenancy.closeFactory(record.id);
  });

  const list = async (caller: Caller, input: object = {}) =>
    dataOf(await caller.get("platform.factories", input))["rows"] as { id: string; factoryName: string }[];

  test("are listed by pages in each order, forwards and backwards, without a gap or a double", async () => {
    await addCalls(central, [
      { factoryId: a.record.id, slotAt: new Date(0), calls: 1, failed: 0, steps: [1], lastAt: new Date() },
    ]);
    for (const by of ["name", "createdAt", "people", "size", "lastActive", "backup", "errors", "p95"]) {
      for (const direction of ["asc", "desc"]) {
        const seen: string[] = [];
        let after: unknown;
        do {
          const page = dataOf(
            await owner.get("platform.factories", { limit: 1, sort: { by, direction }, ...(after ? { after } : {}) }),
          );
          seen.push(...(page["rows"] as { id: string }[]).map(({ id }) => id));
          after = page["next"];
        } while (after !== undefined && seen.length < 10);
        expect([...seen].sort(), `${by} ${direction}`).toEqual([a.record.id, b.record.id].sort());
      }
    }
    expect(await list(owner, { search: "lph" })).toHaveLength(1);
    expect(await list(owner, { state: "SUSPENDED" })).toHaveLength(0);
  });

  test("an OPERATOR sees and does only what they are assigned; a VIEWER changes nothing", async () => {
    const operator = await operatorCaller(service, server, { role: "OPERATOR", factoryIds: [a.record.id] });
    const nobody = await operatorCaller(service, server, { role: "OPERATOR" });
    const viewer = await operatorCaller(service, server, { role: "VIEWER" });
    expect((await list(operator)).map(({ id }) => id)).toEqual([a.record.id]);
    expect(await list(nobody)).toEqual([]);
    expect(await list(viewer)).toHaveLength(2);
    for (const path of [
      "platform.factory",
      "platform.suspend",
      "platform.reactivate",
      "platform.backUp",
      "platform.sideCopies",
      "platform.openSideCopy",
      "platform.closeSideCopy",
      "platform.switchTo",
      "platform.approveSideCopy",
      "platform.resume",
      "platform.syncConnections",
    ]) {
      const input = platformCalls(b.record.id)[path]?.input;
      const ask = (caller: Caller) =>
        procedureAt(path)?.type === "query" ? caller.get(path, input) : caller.post(path, input);
      expect((await ask(operator)).status, path).toBe(404);
      expect((await ask(viewer)).status, path).toBe(procedureAt(path)?.type === "query" ? 200 : 403);
    }
    const states = dataOf(await operator.get("platform.dashboard"))["states"];
    expect(states).toEqual([{ state: "READY", count: 1 }]);
    const seen = dataOf(await operator.get("platform.events", {}))["rows"] as { factoryId: string | null }[];
    expect(seen.every(({ factoryId }) => factoryId === a.record.id)).toBe(true);
  });

  test("nothing of what a factory keeps changes or is told by any call of the console", async () => {
    await a.db.update(users).set({ name: "CANARY9X" }).where(eq(users.username, "viewer"));
    const before = await a.fingerprint();
    for (const [path, { input }] of Object.entries(platformCalls(a.record.id))) {
      if (path === "platform.logout") continue;
      const caller = owner.copy();
      const answer = await (procedureAt(path)?.type === "query" ? caller.get(path, input) : caller.post(path, input));
      expect(answer.text, path).not.toContain("CANARY9X");
    }
    expect(await a.fingerprint()).toBe(before);
  });

  test("suspended with a reason, its people are refused with it; reactivated, their sessions go on", async () => {
    const master = server.caller();
    await master.post("auth.login", { login: a.login("master"), password: PASSWORD });
    const input = { factoryId: a.record.id, reason: "The invoice of May" };
    for (let twice = 0; twice < 2; twice += 1) expect((await owner.post("platform.suspend", input)).status).toBe(200);
    expect(failureOf(await master.get("auth.me"))).toEqual({ code: "FACTORY_SUSPENDED", reason: "The invoice of May" });
    const [line, ...others] = await lines("factory.suspend", a.record.id);
    expect(line).toMatchObject({ actor: expect.stringMatching(/^operator:op-/) });
    for (let twice = 0; twice < 2; twice += 1)
      expect((await owner.post("platform.reactivate", { factoryId: a.record.id })).status).toBe(200);
    expect((await master.get("auth.me")).status).toBe(200);
    expect((await lines("factory.suspend", a.record.id)).length).toBe(others.length + 1);
    expect(await owner.post("platform.suspend", { ...input, reason: "" })).toMatchObject({
      status: 400,
      body: { error: { data: { fields: { reason: ["REQUIRED"] } } } },
    });
  });

  test("a backup is asked for once, however often it is sent, and by nobody in another's name", async () => {
    const input = { factoryId: a.record.id, id: newId() };
    const answers = await Promise.all(Array.from({ length: 4 }, () => owner.copy().post("platform.backUp", input)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await central.select().from(backups).where(eq(backups.id, input.id))).toHaveLength(1);
    expect(await lines("factory.backUp", a.record.id)).toHaveLength(1 + (await earlierBackups()));
    const taken = await owner.post("platform.backUp", { ...input, factoryId: b.record.id });
    expect(failureOf(taken)).toMatchObject({ code: "KEY_REUSED" });
  });
  // The walk over all procedures asked for one too.
  const earlierBackups = async () =>
    (await central.select().from(backups).where(eq(backups.subject, a.record.id))).length - 1;

  test("a backup is restored beside its factory and put in its place under its typed name, and nothing else is", async () => {
    const [id, backupId] = [newId(), newId()];
    const at = { requestedAt: new Date(), storedAt: new Date() };
    const stored = {
      id: backupId,
      subject: a.record.id,
      state: "VERIFIED",
      fileName: "x.backup",
      storedBytes: 9,
      ...at,
    };
    await central.insert(backups).values(stored);
    const input = { factoryId: a.record.id, id, backupId };
    const foreign = await owner.post("platform.openSideCopy", { ...input, factoryId: b.record.id });
    expect(failureOf(foreign)).toMatchObject({ code: "NOT_FOUND" });
    for (let twice = 0; twice < 2; twice += 1)
      expect((await owner.post("platform.openSideCopy", input)).status).toBe(200);
    expect(await lines("backup.openCopy", a.record.id)).toHaveLength(1);
    const isCopy = eq(sideCopies.id, id);
    const replace = (confirm: string, factoryId = a.record.id) =>
      owner.post("platform.switchTo", { factoryId, id, confirm });
    expect(failureOf(await replace(a.record.dbName))).toMatchObject({ code: "WRONG_STATE", state: "REQUESTED" });
    await central.update(sideCopies).set({ state: "READY" }).where(isCopy);
    expect(failureOf(await replace(b.record.dbName))).toMatchObject({ code: "INVALID", reason: "NOT_THE_NAME" });
    expect(failureOf(await replace(b.record.dbName, b.record.id))).toMatchObject({ code: "NOT_FOUND" });
    for (let twice = 0; twice < 2; twice += 1) expect((await replace(a.record.dbName)).status).toBe(200);
    expect(await lines("backup.switch", a.record.id)).toHaveLength(1);
    const [copy] = await central.select().from(sideCopies).where(isCopy);
    expect(copy).toMatchObject({ state: "SWITCHING", switchedBy: expect.stringMatching(/^operator:op-/) });
    await central.delete(sideCopies);
  });

  test("another factory's archive is approved by a second operator alone", async () => {
    const [id, second] = [newId(), await operatorCaller(service, server, { role: "OWNER" })];
    const asking = await operatorCaller(service, server, { role: "OWNER" });
    const username = (dataOf(await asking.get("platform.me")) as { username: string }).username;
    const row = { factoryId: a.record.id, originId: b.record.id, kind: "FILE", state: "AWAITING" } as const;
    const by = { requestedBy: `operator:${username}`, requestedAt: new Date(), dbName: "x", fileName: "x.backup" };
    await central.insert(sideCopies).values({ id, ...row, ...by });
    const input = { factoryId: a.record.id, id, confirm: a.record.dbName };
    expect(failureOf(await asking.post("platform.approveSideCopy", input))).toMatchObject({ reason: "SAME_OPERATOR" });
    expect((await second.post("platform.approveSideCopy", input)).status).toBe(200);
    expect(failureOf(await owner.post("platform.approveSideCopy", input))).toMatchObject({ code: "WRONG_STATE" });
    const [line] = await lines("backup.approve", a.record.id);
    const [copy] = await central.select().from(sideCopies).where(eq(sideCopies.id, id));
    expect(copy).toMatchObject({ state: "REQUESTED", approvedBy: line?.actor });
    await central.delete(sideCopies);
  });

  test("the migration of a factory in quarantine is asked for once; until it is done nobody works in it", async () => {
    await central.update(factories).set({ quarantineReason: "step 3" }).where(eq(factories.id, b.record.id));
    for (let twice = 0; twice < 2; twice += 1)
      expect((await owner.post("platform.resume", { factoryId: b.record.id })).status).toBe(200);
    expect(await lines("factory.migrate.request", b.record.id)).toHaveLength(1);
    const [row] = await central.select().from(factories).where(eq(factories.id, b.record.id));
    expect(row?.quarantineReason).toBe("step 3");
    await central.update(factories).set({ quarantineReason: null }).where(eq(factories.id, b.record.id));
  });

  test("one that signed up by itself gives no operator a way in past its people", async () => {
    const answer = await owner.post("platform.makeFirstLink", { factoryId: b.record.id });
    expect(failureOf(answer)).toMatchObject({ code: "WRONG_STATE" });
  });

  test("closed, nobody signs up, and operators still make factories", async () => {
    expect((await owner.post("platform.setSignUp", { isOpen: false })).status).toBe(200);
    const names = { factory_name: "Gamma works", db_name: `${service.installation.prefix}gamma` };
    const admin = { admin_username: "kim", admin_name: "Kim" };
    const register = await server
      .caller()
      .post("factory.register", { ...names, ...admin, admin_password: "a-quiet-lane" });
    expect(failureOf(register)).toEqual({ code: "SIGN_UP_CLOSED" });
    const made = await owner.post("platform.createFactory", { ...names, ...admin, admin_email: "" });
    expect(made.status, made.text).toBe(200);
    const { factoryId } = dataOf(made) as { factoryId: string };
    expect(await lines("factory.request", factoryId)).toHaveLength(1);
    expect(
      failureOf(await owner.post("platform.createFactory", { ...names, ...admin, admin_email: "" })),
    ).toMatchObject({
      code: "TAKEN",
    });
    expect((await owner.post("platform.setSignUp", { isOpen: true })).status).toBe(200);
    await central.update(factories).set({ state: "FAILED" }).where(eq(factories.id, factoryId));
  });
});

test("calls are counted for their factory, and what several processes counted is added up", async () => {
  // What was counted before and waits is not of this test.
  await api.countCalls();
  await central.delete(factoryCalls);
  const second = makeHandler({ ...options, tenancy: await service.openTenancy() });
  const other = await serveApi(second);
  try {
    for (const [running, times] of [
      [server, 3],
      [other, 2],
    ] as const) {
      const caller = running.caller();
      await caller.post("auth.login", { login: a.login("master"), password: PASSWORD });
      for (let n = 0; n < times; n += 1) await caller.get("factory.current");
      await caller.get("locations.get", { id: "nonsense" });
    }
    await Promise.all([api.countCalls(), second.countCalls()]);
    const [row] = dataOf(await owner.get("platform.factories", { search: "alpha" }))["rows"] as {
      calls: number;
      failed: number;
      p95Ms: number | null;
      lastActiveAt: string | null;
    }[];
    // Five and two refused; the login itself belongs to nobody yet.
    expect(row).toMatchObject({ calls: 7, failed: 0 });
    expect(row?.p95Ms).toBeGreaterThan(0);
    expect(Date.now() - Date.parse(row?.lastActiveAt ?? "")).toBeLessThan(60_000);
  } finally {
    await other.close();
  }
});

test("many that add at once lose nothing", async () => {
  await api.countCalls();
  await central.delete(factoryCalls);
  const slotAt = new Date(Math.floor(Date.now() / 300_000) * 300_000);
  const of = ({ record }: TestFactory) => ({
    factoryId: record.id,
    slotAt,
    calls: 1,
    failed: 1,
    steps: [0, 1],
    lastAt: new Date(),
  });
  await Promise.all(Array.from({ length: 20 }, (_, n) => addCalls(central, n % 2 ? [of(a), of(b)] : [of(b), of(a)])));
  const rows = await central.select().from(factoryCalls);
  expect(rows.map(({ calls, failed, step1 }) => [calls, failed, step1])).toEqual([
    [20, 20, 20],
    [20, 20, 20],
  ]);
});
