import { encodeToken, hashPassword } from "@storehouse/auth";
import { eq } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { sessions, users } from "@storehouse/db/tenant";
import { ROLES } from "@storehouse/domain";
import {
  apiOptions,
  type Caller,
  createTestService,
  type RunningServer,
  serveApi,
  signIn,
  type TestFactory,
} from "@storehouse/testing";
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";

const PASSWORD = "a-walk-by-the-river";
const secret = randomBytes(48).toString("base64");
const passwordHash = await hashPassword(PASSWORD);
const service = await createTestService(passwordHash);
let server: RunningServer;
let factory: TestFactory;

beforeAll(async () => {
  factory = await service.factory("works");
  server = await serveApi(makeHandler({ ...apiOptions(service), authSecrets: [secret] }));
});
afterAll(async () => {
  await server.close();
  await service.drop();
});
beforeEach(async () => {
  await factory.db.delete(sessions);
  for (const role of ROLES) {
    const asMade = { role, isActive: true, version: 1, name: `The ${role}`, passwordHash };
    await factory.db.update(users).set(asMade).where(eq(users.username, role));
  }
});

const signedIn = (role: "master" | "employee" = "master", password = PASSWORD): Promise<Caller> =>
  signIn(server, factory.login(role), password);

test("a login answers who is there and sets a cookie that scripts can't read", async () => {
  const caller = server.caller();
  const answer = await caller.post("auth.login", { login: factory.login("master"), password: PASSWORD });
  expect(answer.body).toMatchObject({
    result: { data: { username: "master", role: "master", dbName: factory.record.dbName, currency: "INR" } },
  });
  const header = answer.headers.getSetCookie()[0] ?? "";
  expect(header).toMatch(/^next-auth\.session-token=/);
  expect(header).toMatch(/HttpOnly/);
  expect(header).toMatch(/SameSite=Lax/);
  expect(header).toMatch(/Path=\//);
  expect(answer.text).not.toContain(caller.cookie().split("=")[1] ?? "?");
  expect(await caller.get("auth.me")).toMatchObject({ status: 200, body: { result: { data: { role: "master" } } } });
});

test("what is stored of a session opens none", async () => {
  const caller = await signedIn();
  const [row] = await factory.db.select().from(sessions);
  expect(row?.id).toMatch(/^[0-9a-f]{64}$/);
  expect(caller.cookie()).not.toContain(row?.id);
});

test("a session set by somebody else before the login is not the one after it", async () => {
  const fixed = await signedIn();
  const victim = server.caller(fixed.cookie());
  await victim.post("auth.login", { login: factory.login("employee"), password: PASSWORD });
  expect(victim.cookie()).not.toBe(fixed.cookie());
  expect(await fixed.get("auth.me")).toMatchObject({ body: { result: { data: { username: "master" } } } });
});

test.each(["nobody@{db}", "master@no_such_factory", "master@{db}"])(
  "%s with a wrong password is one answer",
  async (login) => {
    const answer = await server.caller().post("auth.login", {
      login: login.replace("{db}", factory.record.dbName),
      password: "not-the-password",
    });
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({
      error: {
        message: "WRONG_CREDENTIALS",
        code: -32001,
        data: {
          code: "UNAUTHORIZED",
          httpStatus: 401,
          path: "auth.login",
          failure: { code: "WRONG_CREDENTIALS" },
          fields: null,
          requestId: "test",
        },
      },
    });
  },
);

const NOT_SIGNED_IN = { status: 401, body: { error: { data: { failure: { code: "NOT_SIGNED_IN" } } } } };

test("a forged, foreign or broken token is nobody's", async () => {
  const caller = await signedIn();
  const token = caller.cookie().split("=")[1] ?? "";
  const foreign = {
    userId: factory.userIds.master,
    factoryId: factory.record.id,
    sessionSecret: "x",
    dbName: "x",
    role: "master",
  };
  const tokens = [
    await encodeToken(foreign, [randomBytes(48).toString("base64")]),
    await encodeToken(foreign, [secret]),
    await encodeToken({ ...foreign, factoryId: "0190a000-0000-7000-8000-000000000009" }, [secret]),
    `${token.slice(0, -2)}xx`,
    `${Buffer.from('{"alg":"none"}').toString("base64url")}.e30.`,
    "%E0%A4%A",
    "",
    "a".repeat(4_000),
  ];
  for (const forged of tokens) {
    const answer = await server.caller(`next-auth.session-token=${forged}`).get("auth.me");
    expect(answer).toMatchObject(NOT_SIGNED_IN);
    const bearer = await server.caller().get("auth.me", undefined, { authorization: `Bearer ${forged}` });
    expect(bearer).toMatchObject(NOT_SIGNED_IN);
  }
  expect((await caller.get("auth.me")).status).toBe(200);
});

test("a session that was logged out is over at once", async () => {
  const caller = await signedIn();
  const thief = caller.copy();
  expect((await thief.get("auth.me")).status).toBe(200);
  expect((await caller.post("auth.logout")).status).toBe(200);
  expect(await thief.get("auth.me")).toMatchObject(NOT_SIGNED_IN);
});

test("a new password ends the other sessions and keeps this one", async () => {
  const [caller, other] = [await signedIn("employee"), await signedIn("employee")];
  expect((await other.get("auth.me")).status).toBe(200);
  const next = "another-walk-uphill";
  const changed = await caller.post("auth.changePassword", { current: PASSWORD, next });
  expect(changed.status).toBe(200);
  expect((await caller.get("auth.me")).status).toBe(200);
  expect(await other.get("auth.me")).toMatchObject(NOT_SIGNED_IN);
  await signedIn("employee", next);
});

test("a wrong or well-known password changes nothing", async () => {
  const caller = await signedIn("employee");
  const wrong = await caller.post("auth.changePassword", { current: "wrong-one", next: "another-walk" });
  expect(wrong).toMatchObject({
    status: 422,
    body: { error: { data: { failure: { code: "WRONG_PASSWORD" }, fields: { current: ["WRONG_PASSWORD"] } } } },
  });
  const common = await caller.post("auth.changePassword", { current: PASSWORD, next: "password1" });
  expect(common).toMatchObject({ status: 400, body: { error: { data: { fields: { next: ["PASSWORD_COMMON"] } } } } });
  await signedIn("employee");
});

test("who is deactivated is out at once, and may not come back", async () => {
  const [master, employee] = [await signedIn(), await signedIn("employee")];
  expect((await employee.get("auth.me")).status).toBe(200);
  const off = { id: factory.userIds.employee, version: 1, name: "E", email: null, role: "employee", isActive: false };
  expect(await master.post("users.update", off)).toMatchObject({
    status: 200,
    body: { result: { data: { version: 2 } } },
  });
  expect(await employee.get("auth.me")).toMatchObject(NOT_SIGNED_IN);
  const again = await server.caller().post("auth.login", { login: factory.login("employee"), password: PASSWORD });
  expect(again.status).toBe(401);
});

test("another role ends the sessions of the one before, and holds from the next sign-in on", async () => {
  const [master, second] = [await signedIn(), await signedIn("employee")];
  const change = { id: factory.userIds.employee, name: "E", email: null, isActive: true };
  expect((await master.post("users.update", { ...change, version: 1, role: "master" })).status).toBe(200);
  expect(await second.get("auth.me")).toMatchObject(NOT_SIGNED_IN);
  const raised = await signedIn("employee");
  expect((await raised.get("users.list", {})).status).toBe(200);
  const renamed = { ...change, version: 2, name: "F", role: "master" };
  expect((await master.post("users.update", renamed)).status).toBe(200);
  expect((await raised.get("users.list", {})).status).toBe(200);
  expect((await master.post("users.update", { ...change, version: 3, role: "viewer" })).status).toBe(200);
  expect(await raised.get("auth.me")).toMatchObject(NOT_SIGNED_IN);
  expect(await (await signedIn("employee")).get("users.list", {})).toMatchObject({
    status: 403,
    body: { error: { data: { failure: { code: "NOT_ALLOWED", permission: "users.read" } } } },
  });
});

test("a suspended factory says so, and nobody is let in", async () => {
  const caller = await signedIn();
  const setState = async (state: string, suspendReason: string | null): Promise<void> => {
    await service.tenancy.central
      .update(factories)
      .set({ state, suspendReason })
      .where(eq(factories.id, factory.record.id));
    service.tenancy.closeFactory(factory.record.id);
  };
  await setState("SUSPENDED", "unpaid");
  const suspended = {
    status: 403,
    body: { error: { data: { failure: { code: "FACTORY_SUSPENDED", reason: "unpaid" } } } },
  };
  expect(await caller.get("auth.me")).toMatchObject(suspended);
  const login = { login: factory.login("master"), password: PASSWORD };
  expect(await server.caller().post("auth.login", login)).toMatchObject(suspended);
  await setState("READY", null);
  expect((await caller.get("auth.me")).status).toBe(200);
});

test("people see where they are signed in, and end what they don't know", async () => {
  const [here, there] = [await signedIn(), await signedIn()];
  await signedIn("employee");
  const list = async (): Promise<{ id: string; isCurrent: boolean }[]> => {
    const { body } = await here.get("auth.sessions", { limit: 10 });
    return (body as { result: { data: { rows: { id: string; isCurrent: boolean }[] } } }).result.data.rows;
  };
  const rows = await list();
  expect(rows).toHaveLength(2);
  expect(rows.filter((row) => row.isCurrent)).toHaveLength(1);
  const other = rows.find((row) => !row.isCurrent)?.id;
  expect((await here.post("auth.endSession", { id: other })).status).toBe(200);
  expect(await there.get("auth.me")).toMatchObject(NOT_SIGNED_IN);
  expect((await here.post("auth.endSession", { id: other })).status).toBe(200);

  const third = await signedIn();
  expect((await here.post("auth.endOtherSessions")).status).toBe(200);
  expect(await third.get("auth.me")).toMatchObject(NOT_SIGNED_IN);
  expect(await list()).toHaveLength(1);
});

test("somebody else's session can't be ended", async () => {
  const [master, employee] = [await signedIn(), await signedIn("employee")];
  const [row] = await factory.db.select().from(sessions).where(eq(sessions.userId, factory.userIds.master));
  expect((await employee.post("auth.endSession", { id: row?.publicId })).status).toBe(404);
  expect((await master.get("auth.me")).status).toBe(200);
});

test("a second process of the installation notices a revocation within five seconds", async () => {
  const tenancy = await service.openTenancy();
  const second = await serveApi(makeHandler({ ...apiOptions(service), tenancy, authSecrets: [secret] }));
  try {
    const caller = await signedIn();
    const elsewhere = second.caller(caller.cookie());
    expect((await elsewhere.get("auth.me")).status).toBe(200);
    expect((await elsewhere.get("auth.me")).status).toBe(200);
    expect((await caller.post("auth.logout")).status).toBe(200);
    const revokedAt = performance.now();
    let lastServedAt = revokedAt;
    for (;;) {
      const askedAt = performance.now();
      if ((await elsewhere.get("auth.me")).status === 401) break;
      lastServedAt = askedAt;
      expect(lastServedAt - revokedAt).toBeLessThan(5_000);
      await sleep(50);
    }
    // It does remember: what was asked first was not looked up again.
    expect(lastServedAt).toBeGreaterThan(revokedAt);
  } finally {
    await second.close();
    await tenancy.close(0);
  }
});
