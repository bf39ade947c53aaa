import { hashPassword, supportDesk } from "@storehouse/auth";
import { eq } from "@storehouse/db";
import { operatorSessions, platformAudit, supportGrants, supportSessions } from "@storehouse/db/central";
import { auditLog } from "@storehouse/db/tenant";
import type { NotificationRow, Page } from "@storehouse/domain";
import {
  apiOptions,
  type Answer,
  type Caller,
  createTestService,
  operatorCaller,
  populate,
  type Population,
  type RunningServer,
  sampleCalls,
  serveApi,
  signIn,
  type TestFactory,
} from "@storehouse/testing";
import { randomUUID as newId } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";
import { procedureAt, procedurePaths } from "./procedure-at.ts";

const PASSWORD = "a-walk-by-the-river";
const service = await createTestService(await hashPassword(PASSWORD));
const { central } = service.tenancy;
let server: RunningServer;
let a: TestFactory;
let b: TestFactory;
let master: Caller;
let operator: Caller;
let held: Population;

beforeAll(async () => {
  [a, b] = [await service.factory("alpha"), await service.factory("beta")];
  server = await serveApi(makeHandler(apiOptions(service)));
  master = await signIn(server, a.login("master"), PASSWORD);
  held = await populate(master, "Bolt");
  operator = await operatorCaller(service, server, { role: "OPERATOR", factoryIds: [a.record.id, b.record.id] });
});
afterAll(async () => {
  await server.close();
  await service.drop();
});
beforeEach(async () => {
  await central.delete(supportSessions);
  await central.delete(supportGrants);
  await central.update(operatorSessions).set({ revokedAt: null });
});

const failureOf = ({ body }: Answer): unknown =>
  (body as { error?: { data: { failure: { code: string } | null } } }).error?.data.failure?.code;
const dataOf = <T>({ text }: Answer): T => (JSON.parse(text) as { result: { data: T } }).result.data;

const grant = async (by: Caller = master, id: string = newId()): Promise<string> => {
  const answer = await by.post("support.grant", { id, hours: 1, reason: "The stock looks wrong" });
  expect(answer.status, answer.text).toBe(200);
  return id;
};

/** A browser in which the operator has opened the factory: the console's cookie and that of support. */
async function enter(factory: TestFactory = a): Promise<Caller> {
  const browser = operator.copy();
  const answer = await browser.post("platform.openSupport", { factoryId: factory.record.id });
  expect(answer.status, answer.text).toBe(200);
  return browser;
}

test("without a grant nobody opens a factory; with one they look, and both logs name both", async () => {
  const refused = await operator.copy().post("platform.openSupport", { factoryId: a.record.id });
  expect([refused.status, failureOf(refused)]).toEqual([403, "SUPPORT_CLOSED"]);

  const id = await grant();
  const support = await enter();
  const me = await support.get("auth.me");
  expect(dataOf<object>(me)).toMatchObject({ dbName: a.record.dbName, name: "The OPERATOR", support: {} });
  expect((await support.get("products.list", { limit: 5 })).text).toContain("Bolt");
  const { rows } = dataOf<Page<NotificationRow>>(await master.get("notifications.list", { limit: 5 }));
  expect(rows.filter(({ kind }) => kind === "SUPPORT_IN")).toHaveLength(1);
  expect((await support.post("support.leave")).status).toBe(200);
  expect((await support.get("auth.me")).status).toBe(401);

  const [operatorId] = (await central.select().from(operatorSessions)).map((row) => row.operatorId);
  const lines = await a.db.select().from(auditLog).where(eq(auditLog.entityId, id)).orderBy(auditLog.id);
  expect(lines.map(({ action, actorKind }) => [action, actorKind])).toEqual([
    ["support.grant", "user"],
    ["support.enter", "support"],
    ["support.leave", "support"],
  ]);
  expect(lines[1]?.actorId).toBe(operatorId);
  const events = await central.select().from(platformAudit).where(eq(platformAudit.factoryId, a.record.id));
  const told = events.filter(({ detail }) => (detail as { grantId?: string } | null)?.grantId === id);
  expect(told.map(({ action }) => action).sort()).toEqual(["support.enter", "support.grant", "support.leave"]);
  expect(told.find(({ action }) => action === "support.grant")?.detail).toMatchObject({ userId: lines[0]?.actorId });
});

test("a grant opens its own factory alone", async () => {
  await grant();
  const other = await operator.copy().post("platform.openSupport", { factoryId: b.record.id });
  expect(failureOf(other)).toBe("SUPPORT_CLOSED");
  const stranger = await operatorCaller(service, server, { role: "OPERATOR", factoryIds: [b.record.id] });
  expect((await stranger.post("platform.openSupport", { factoryId: a.record.id })).status).toBe(404);
  const support = await enter();
  const headers = { "x-tenant": b.record.dbName, "x-factory": b.record.id };
  expect(dataOf<object>(await support.get("factory.current", undefined, headers))).toMatchObject({ id: a.record.id });
  const theirs = await populate(await signIn(server, b.login("master"), PASSWORD), "CANARY7Q");
  for (const [path, sample] of Object.entries(sampleCalls(theirs))) {
    if (procedureAt(path)?.type !== "query") continue;
    expect((await support.get(path, sample.input)).text, path).not.toContain("CANARY7Q");
  }
});

const CLOSED = /^(apiKeys|webhooks|backup)\./;

/** What a call of support must come to: the failure it is refused with, or undefined for what it may look at. */
function refusalDue(path: string, type: string | undefined): string | undefined {
  if (type === "mutation" || path.includes(".export")) return "SUPPORT_READ_ONLY";
  return CLOSED.test(path) ? "NOT_ALLOWED" : undefined;
}

test("support changes nothing by any procedure, and no secret is offered to it", async () => {
  await grant();
  const support = await enter();
  const before = await a.fingerprint();
  for (const path of procedurePaths) {
    const { meta, type } = procedureAt(path) ?? {};
    if (meta === undefined || !("permission" in meta) || type === "subscription") continue;
    const { input } = sampleCalls(held)[path] ?? {};
    const answer = type === "mutation" ? await support.post(path, input) : await support.get(path, input);
    const due = refusalDue(path, type);
    const failure = failureOf(answer);
    // What it may look at is answered, or refused for what the sample asks.
    const isDue = due === undefined ? failure !== "SUPPORT_READ_ONLY" : failure === due;
    expect(isDue, `${path} ${answer.text}`).toBe(true);
    expect(answer.status, path).toBeLessThan(500);
  }
  expect(await a.fingerprint()).toBe(before);
  const rest = await support.send("/api/products", {
    method: "POST",
    headers: { cookie: support.cookie() },
    body: "{}",
  });
  expect(rest.status).toBeGreaterThanOrEqual(400);
  expect(await a.fingerprint()).toBe(before);
});

test("an ended grant, one whose time is over, and an operator who signed out are refused at once", async () => {
  const id = await grant();
  const support = await enter();
  await master.post("support.end", { id });
  expect(failureOf(await support.get("auth.me"))).toBe("SUPPORT_CLOSED");
  expect((await master.post("support.end", { id })).status).toBe(200);

  await grant();
  const second = await enter();
  await central.update(supportGrants).set({ expiresAt: new Date(Date.now() - 1) });
  expect(failureOf(await second.get("auth.me"))).toBe("SUPPORT_CLOSED");

  await grant();
  const third = await enter();
  await central.update(operatorSessions).set({ revokedAt: new Date() });
  expect(failureOf(await third.get("auth.me"))).toBe("SUPPORT_CLOSED");
});

test("a stream ends within seconds of the grant, and says why", async () => {
  const id = await grant();
  const support = await enter();
  const open = () =>
    support.send("/api/trpc/live.changes", { headers: { cookie: support.cookie(), accept: "text/event-stream" } });
  let stream = open();
  // The first one may end and come back, as everybody's does: the people made above are news of rights.
  if (await Promise.race([stream.then(() => true), sleep(1_500, false)])) stream = open();
  await sleep(300);
  await master.post("support.end", { id });
  expect((await stream).text).toMatch(/^retry[^]*SUPPORT_CLOSED/);
});

test("a browser with both sessions is support's until it is left, and signing in as a person leaves it", async () => {
  const id = await grant();
  const support = await enter();
  const both = server.caller(`${master.cookie()}; ${support.cookie()}`);
  expect(dataOf<object>(await both.get("auth.me"))).toMatchObject({ name: "The OPERATOR" });
  expect(failureOf(await both.post("settings.update", {}))).toBe("SUPPORT_READ_ONLY");
  await master.post("support.end", { id });
  // Not the master's, though their cookie is there too: the open page must not turn into somebody else's.
  expect(failureOf(await both.get("auth.me"))).toBe("SUPPORT_CLOSED");
  const signed = await both.post("auth.login", { login: a.login("employee"), password: PASSWORD });
  expect(signed.headers.getSetCookie().some((line) => /^storehouse\.support=;.*Max-Age=0/.test(line))).toBe(true);
});

test("granting: sent twice it is one; two at once are one; a second is refused while one stands; others' are not there", async () => {
  const id = await grant();
  await grant(master, id);
  expect(failureOf(await master.post("support.grant", { id: newId(), hours: 8, reason: "More" }))).toBe("WRONG_STATE");
  const theirMaster = await signIn(server, b.login("master"), PASSWORD);
  expect((await theirMaster.post("support.end", { id })).status).toBe(404);
  expect(failureOf(await theirMaster.post("support.grant", { id, hours: 1, reason: "Mine" }))).toBe("KEY_REUSED");
  await master.post("support.end", { id });

  const ask = () => master.copy().post("support.grant", { id: newId(), hours: 1, reason: "At once" });
  const answers = await Promise.all([ask(), ask(), ask()]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test("what the factory's log can't hold does not happen", async () => {
  const lame = supportDesk(central, a.record.id);
  const by = { id: newId(), name: "Kim", at: new Date() };
  const broken = () => Promise.reject(new Error("the log is away"));
  await expect(lame.grant({ id: newId(), hours: 1, reason: "Look" }, by, broken)).rejects.toThrow("away");
  expect(await central.select().from(supportGrants)).toEqual([]);
  const id = await grant();
  await expect(lame.end(id, by, broken)).rejects.toThrow("away");
  expect(await central.select({ endedAt: supportGrants.endedAt }).from(supportGrants)).toEqual([{ endedAt: null }]);
});

test("people see who looked; employees neither see nor let in", async () => {
  await grant();
  await enter();
  expect(dataOf<object>(await master.get("support.status"))).toMatchObject({
    grant: { reason: "The stock looks wrong" },
    visits: [{ operatorName: "The OPERATOR", isIn: true }],
  });
  const employee = await signIn(server, a.login("employee"), PASSWORD);
  expect(failureOf(await employee.get("support.status"))).toBe("NOT_ALLOWED");
  expect(dataOf<object>(await operator.get("platform.factory", { factoryId: a.record.id }))).toMatchObject({
    supportGrant: { reason: "The stock looks wrong" },
  });
});
