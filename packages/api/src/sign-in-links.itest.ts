import { hashPassword } from "@storehouse/auth";
import { eq, sql } from "@storehouse/db";
import { rateLimits } from "@storehouse/db/central";
import { auditLog, sessions, signInLinks, users } from "@storehouse/db/tenant";
import {
  type Answer,
  apiOptions,
  type Caller,
  createTestService,
  dataOf,
  refusal,
  type RunningServer,
  serveApi,
  signIn,
  type TestFactory,
} from "@storehouse/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";

const PASSWORD = "a-walk-by-the-river";
const NEXT = "an-evening-outside";
const passwordHash = await hashPassword(PASSWORD);
const service = await createTestService(passwordHash);
let server: RunningServer;
let factory: TestFactory;
let other: TestFactory;

beforeAll(async () => {
  [factory, other] = [await service.factory("works"), await service.factory("other")];
  server = await serveApi(makeHandler(apiOptions(service)));
});
afterAll(async () => {
  await server.close();
  await service.drop();
});
beforeEach(async () => {
  await service.tenancy.central.delete(rateLimits);
  await factory.db.delete(sessions);
  await factory.db.update(users).set({ passwordHash, mustChangePassword: false, isActive: true });
});

const logIn = (caller: Caller, login: string, password = PASSWORD): Promise<Answer> =>
  caller.post("auth.login", { login, password });

const signedIn = (role: "master" | "manager" | "employee", at = factory): Promise<Caller> =>
  signIn(server, at.login(role), PASSWORD);

async function tokenFor(id: string, headers?: Record<string, string>): Promise<string> {
  const master = await signedIn("master");
  const { url } = dataOf<{ url: string }>(await master.post("users.reset", { id }, headers));
  expect(url).toMatch(/^https:\/\/storehouse\.test\/reset#[\w-]{86}$/);
  return url.slice(url.indexOf("#") + 1);
}

const range = (n: number): number[] => Array.from({ length: n }, (_, index) => index);
const INVALID = refusal(400, "LINK_INVALID");
const use = (token: string, password = NEXT): Promise<Answer> =>
  server.caller().post("auth.useLink", { token, password });

test("a link sets a password, signs in, ends what was open before, and works once", async () => {
  const id = factory.userIds.employee;
  const before = await signedIn("employee");
  const token = await tokenFor(id);
  const reader = server.caller();
  expect(dataOf(await reader.post("auth.readLink", { token }))).toEqual({
    username: "employee",
    name: "The employee",
    dbName: factory.record.dbName,
    factoryName: factory.record.factoryName,
  });
  expect(reader.cookie()).toBe("");

  const caller = server.caller();
  const answer = await caller.post("auth.useLink", { token, password: NEXT });
  expect(answer).toMatchObject({ status: 200, body: { result: { data: { username: "employee" } } } });
  expect(dataOf(await caller.get("auth.me"))).toMatchObject({ mustChangePassword: false });
  expect(await before.get("auth.me")).toMatchObject(refusal(401, "NOT_SIGNED_IN"));
  expect((await logIn(server.caller(), factory.login("employee"))).status).toBe(401);
  expect((await logIn(server.caller(), factory.login("employee"), NEXT)).status).toBe(200);

  expect(await use(token, "another-evening")).toMatchObject(INVALID);
  expect(await server.caller().post("auth.readLink", { token })).toMatchObject(INVALID);
  const lines = await factory.db.select().from(auditLog).where(eq(auditLog.entityId, id));
  expect(lines.map(({ action, actorName }) => [action, actorName])).toEqual([
    ["users.reset", "The master"],
    ["auth.useLink", "The employee"],
  ]);
  const kept = JSON.stringify([lines, await factory.db.select().from(signInLinks)]);
  expect(kept).not.toContain(token.slice(22, 60));
});

test("whatever a request claims, the link's address is the service's own", async () => {
  const evil = { host: "evil.example", "x-forwarded-host": "evil.example", origin: "https://evil.example" };
  expect(await tokenFor(factory.userIds.viewer, evil)).toMatch(/^[\w-]{86}$/);
});

test("a new link makes the old one void", async () => {
  const [first, second] = [await tokenFor(factory.userIds.viewer), await tokenFor(factory.userIds.viewer)];
  expect(await use(first)).toMatchObject(INVALID);
  expect((await use(second)).status).toBe(200);
});

test("a link of thirty minutes ago is void", async () => {
  const token = await tokenFor(factory.userIds.viewer);
  const made = await factory.db.select().from(signInLinks).where(eq(signInLinks.userId, factory.userIds.viewer));
  const lasts = (made[0]?.expiresAt.getTime() ?? 0) - (made[0]?.createdAt.getTime() ?? 0);
  expect(lasts).toBe(30 * 60_000);
  await factory.db.update(signInLinks).set({ expiresAt: sql`utc_timestamp(3) - interval 1 second` });
  expect(await use(token)).toMatchObject(INVALID);
});

test.each([
  [
    "their password is changed",
    (viewer: Caller) => viewer.post("auth.changePassword", { current: PASSWORD, next: NEXT }),
  ],
  ["their role is changed", async () => change({ role: "employee" })],
  ["they are deactivated", async () => change({ isActive: false })],
])("a link is void once %s", async (_, event) => {
  await factory.db.update(users).set({ role: "viewer" }).where(eq(users.username, "viewer"));
  const viewer = server.caller();
  await logIn(viewer, factory.login("viewer"));
  const token = await tokenFor(factory.userIds.viewer);
  expect((await event(viewer)).status).toBe(200);
  expect(await use(token)).toMatchObject(INVALID);
});

async function change(to: object): Promise<Answer> {
  const [row] = await factory.db.select().from(users).where(eq(users.username, "viewer"));
  const form = { id: row?.id, version: row?.version, name: "V", email: null, role: "viewer", isActive: true, ...to };
  return (await signedIn("master")).post("users.update", form);
}

test("of one link used many times at once, one sets the password", async () => {
  const token = await tokenFor(factory.userIds.manager);
  const answers = await Promise.all(range(6).map((n) => use(token, `an-evening-outside-${n}`)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 400)).toHaveLength(5);
});

test("a well-known password is refused at its field, and the link is good for another", async () => {
  const token = await tokenFor(factory.userIds.manager);
  expect(await use(token, "password1")).toMatchObject({
    status: 400,
    body: { error: { data: { fields: { password: ["PASSWORD_COMMON"] } } } },
  });
  expect((await use(token)).status).toBe(200);
});

test("a token opens the factory it was sealed for and no other", async () => {
  const token = await tokenFor(factory.userIds.viewer);
  const bytes = Buffer.from(token, "base64url");
  const moved = Buffer.concat([Buffer.from(other.record.id.replaceAll("-", ""), "hex"), bytes.subarray(16)]);
  const before = await other.fingerprint();
  expect(await use(moved.toString("base64url"))).toMatchObject(INVALID);
  expect(await use("A".repeat(86))).toMatchObject(INVALID);
  expect(await other.fingerprint()).toBe(before);
  const foreign = await signedIn("master", other);
  expect(await foreign.post("users.reset", { id: factory.userIds.viewer })).toMatchObject(refusal(404, "NOT_FOUND"));
});

test("only who may help with signing in makes links, and none for who is out", async () => {
  const manager = await signedIn("manager");
  expect(await manager.post("users.reset", { id: factory.userIds.master })).toMatchObject(refusal(403, "NOT_ALLOWED"));
  const master = await signedIn("master");
  await factory.db.update(users).set({ isActive: false }).where(eq(users.username, "viewer"));
  expect(await master.post("users.reset", { id: factory.userIds.viewer })).toMatchObject(refusal(412, "WRONG_STATE"));
});

test("an address that tries links is told to wait, and a good link costs it nothing", async () => {
  const token = await tokenFor(factory.userIds.viewer);
  const wrong = await Promise.all(
    range(60).map(() => server.caller().post("auth.readLink", { token: "A".repeat(86) })),
  );
  expect(wrong.every(({ status }) => status === 400)).toBe(true);
  expect(await server.caller().post("auth.readLink", { token })).toMatchObject(refusal(429, "RATE_LIMITED"));
  await service.tenancy.central.delete(rateLimits);
  for (let n = 0; n < 70; n += 1) expect((await server.caller().post("auth.readLink", { token })).status).toBe(200);
});

test("a person added without a password comes in by a link alone", async () => {
  const master = await signedIn("master");
  const id = "0190a000-0000-7000-8000-0000000000b1";
  const person = { id, username: `new${id.slice(-6)}`, name: "New", email: "", role: "employee" };
  expect((await master.post("users.create", person)).status).toBe(200);
  expect((await master.post("users.create", person)).status).toBe(200);
  const login = `${person.username}@${factory.record.dbName}`;
  for (const guess of [person.username, "", PASSWORD, "!"])
    expect((await logIn(server.caller(), login, guess)).status).not.toBe(200);
  expect((await use(await tokenFor(id))).status).toBe(200);
  expect((await logIn(server.caller(), login, NEXT)).status).toBe(200);
});

test("a master sees who is locked out by wrong passwords, and lets them try again", async () => {
  const id = factory.userIds.employee;
  const login = factory.login("employee");
  for (let n = 0; n < 10; n += 1) await logIn(server.caller(), login, `guess-${n}`);
  expect((await logIn(server.caller(), login)).status).toBe(429);
  const master = await signedIn("master");
  const locked = dataOf<{ lock: { addresses: number; until: string } }>(await master.get("users.signIn", { id }));
  expect(locked.lock.addresses).toBe(1);
  expect(new Date(locked.lock.until).getTime() - Date.now()).toBeGreaterThan(10 * 60_000);
  expect((await master.post("users.unlock", { id })).status).toBe(200);
  expect(dataOf(await master.get("users.signIn", { id }))).toMatchObject({ lock: null });
  expect((await logIn(server.caller(), login)).status).toBe(200);
});

test("fields that nobody may write are refused and change nothing", async () => {
  const master = await signedIn("master");
  const [before] = await factory.db.select().from(users).where(eq(users.username, "employee"));
  const form = { id: before?.id, version: before?.version, name: "E", email: null, role: "employee", isActive: true };
  for (const extra of ["passwordHash", "password_hash", "sessionVersion", "tenant_id", "mustChangePassword"]) {
    expect(await master.post("users.update", { ...form, [extra]: 1 })).toMatchObject({
      status: 400,
      body: { error: { data: { fields: { [extra]: ["UNKNOWN_FIELD"] } } } },
    });
  }
  expect(await factory.db.select().from(users).where(eq(users.username, "employee"))).toEqual([before]);
});
