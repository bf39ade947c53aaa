import { hashPassword } from "@storehouse/auth";
import { eq } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { auditLog, sessions, users } from "@storehouse/db/tenant";
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
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";

const PASSWORD = "a-walk-by-the-river";
const passwordHash = await hashPassword(PASSWORD);
const service = await createTestService(passwordHash);
let server: RunningServer;
let factory: TestFactory;

beforeAll(async () => {
  factory = await service.factory("works");
  server = await serveApi(makeHandler(apiOptions(service)));
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

test("the last active master stays one, even when two demote each other at once", async () => {
  const master = await signedIn();
  const alone = { id: factory.userIds.master, version: 1, name: "M", email: null, role: "viewer", isActive: true };
  expect(await master.post("users.update", alone)).toMatchObject({
    status: 409,
    body: { error: { data: { failure: { code: "LAST_MASTER" } } } },
  });
  const masterAgain = async (username: string) =>
    factory.db.update(users).set({ role: "master", isActive: true, version: 1 }).where(eq(users.username, username));
  await masterAgain("employee");
  const [a, b] = [await signedIn(), await signedIn("employee")];
  let refused = 0;
  for (let round = 0; round < 100; round += 1) {
    await masterAgain("master");
    await masterAgain("employee");
    await factory.db.update(sessions).set({ revokedAt: null });
    const demote = (id: string) => ({
      id,
      version: 1,
      name: "X",
      email: null,
      role: "viewer",
      isActive: round % 2 === 0,
    });
    const answers = await Promise.all([
      a.post("users.update", demote(factory.userIds.employee)),
      b.post("users.update", demote(factory.userIds.master)),
    ]);
    refused += answers.filter(({ status }) => status !== 200).length;
    const masters = await factory.db.select().from(users).where(eq(users.role, "master"));
    expect(masters.filter((row) => row.isActive)).toHaveLength(1);
  }
  expect(refused).toBe(100);
});

test("what the form does not have can't be sent: the row stays as it is", async () => {
  const master = await signedIn();
  const form = { id: factory.userIds.viewer, version: 1, name: "Sent", email: null, role: "viewer", isActive: true };
  const before = await factory.db.select().from(users).where(eq(users.id, factory.userIds.viewer));
  for (const key of [
    "tenant_id",
    "passwordHash",
    "password_hash",
    "roleId",
    "username",
    "mustChangePassword",
    "__proto__x",
  ]) {
    const answer = await master.post("users.update", { ...form, [key]: "1" });
    expect(answer).toMatchObject({ status: 400, body: { error: { data: { fields: { [key]: ["UNKNOWN_FIELD"] } } } } });
  }
  expect((await master.post("auth.updateProfile", { version: 1, name: "M", email: null, role: "master" })).status).toBe(
    400,
  );
  expect(await factory.db.select().from(users).where(eq(users.id, factory.userIds.viewer))).toEqual(before);
});

test("adding people raises the pool's limit, is audited, and happens once", async () => {
  const master = await signedIn();
  const input = (n: number) => ({
    id: `0190a000-0000-7000-8000-00000000000${n}`,
    username: `worker${n}`,
    name: "W",
    email: "",
    role: "employee",
    password: "sensible-words",
  });
  expect((await master.post("users.create", input(1))).status).toBe(200);
  expect((await master.post("users.create", input(1))).status).toBe(200);
  expect((await master.post("users.create", input(2))).status).toBe(200);
  expect(await master.post("users.create", { ...input(3), username: "worker1" })).toMatchObject({
    status: 409,
    body: { error: { data: { failure: { code: "TAKEN", field: "username" }, fields: { username: ["TAKEN"] } } } },
  });
  const lines = await factory.db.select().from(auditLog).where(eq(auditLog.action, "users.create"));
  expect(lines).toHaveLength(2);
  expect(JSON.stringify(lines)).not.toContain("sensible-words");
  expect(JSON.stringify(lines)).not.toContain("argon2");
  const [row] = await service.tenancy.central.select().from(factories).where(eq(factories.id, factory.record.id));
  expect(row).toMatchObject({ userCount: 6, maxConnections: 8 });
});

test("a stale form is told what changed", async () => {
  const master = await signedIn();
  const form = { id: factory.userIds.viewer, version: 1, name: "First", email: null, role: "viewer", isActive: true };
  expect((await master.post("users.update", form)).status).toBe(200);
  expect(await master.post("users.update", { ...form, name: "Second" })).toMatchObject({
    status: 409,
    body: {
      error: { data: { failure: { code: "STALE", changed: ["name"], current: { name: "First", version: 2 } } } },
    },
  });
});

test("a save sent twice answers twice, and is written once", async () => {
  const master = await signedIn();
  const form = { id: factory.userIds.viewer, version: 1, name: "Sent", email: null, role: "viewer", isActive: true };
  for (let n = 0; n < 2; n += 1) {
    const answer = await master.post("users.update", form);
    expect(answer).toMatchObject({ status: 200, body: { result: { data: { version: 2 } } } });
  }
  for (let n = 0; n < 2; n += 1) {
    const answer = await master.post("auth.updateProfile", { version: 1, name: "Sent too", email: null });
    expect(answer).toMatchObject({ status: 200, body: { result: { data: { version: 2 } } } });
  }
});

test("an id sent before adds nobody else: not another name, role or password", async () => {
  const master = await signedIn();
  const form = {
    id: "0190a000-0000-7000-8000-0000000000a1",
    username: "repeated",
    name: "W",
    email: "",
    role: "employee",
    password: "sensible-words",
  };
  expect((await master.post("users.create", form)).status).toBe(200);
  expect((await master.post("users.create", form)).status).toBe(200);
  for (const other of [{ name: "X" }, { role: "viewer" }, { username: "else" }, { password: "another-phrase" }]) {
    expect(await master.post("users.create", { ...form, ...other })).toMatchObject({
      status: 409,
      body: { error: { data: { failure: { code: "KEY_REUSED" } } } },
    });
  }
});

test("a username is one person's whatever its case", async () => {
  const master = await signedIn();
  const person = (username: string, n: number) => ({
    id: `0190a000-0000-7000-8000-0000000000b${n}`,
    username,
    name: "W",
    email: "",
    role: "viewer",
    password: "sensible-words",
  });
  expect((await master.post("users.create", person("Night.Shift", 1))).status).toBe(200);
  for (const [n, name] of ["night.shift", "NIGHT.SHIFT", "\uff2eight.shift"].entries()) {
    expect(await master.post("users.create", person(name, n + 2))).toMatchObject({
      status: 409,
      body: { error: { data: { failure: { code: "TAKEN", field: "username" } } } },
    });
  }
});
