import { hashPassword } from "@storehouse/auth";
import { eq } from "@storehouse/db";
import { auditLog, roles, users } from "@storehouse/db/tenant";
import { isBuiltIn, permissionsOf, ROLES } from "@storehouse/domain";
import {
  apiOptions,
  type Caller,
  createTestService,
  dataOf,
  refusal,
  type RunningServer,
  serveApi,
  signIn,
  type TestFactory,
  times,
} from "@storehouse/testing";
import { randomUUID as newId } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";

const PASSWORD = "a-walk-by-the-river";
const service = await createTestService(await hashPassword(PASSWORD));
let server: RunningServer;
let factory: TestFactory;
let master: Caller;

beforeAll(async () => {
  factory = await service.factory("works");
  server = await serveApi(makeHandler(apiOptions(service)));
  master = await signedIn("master");
});
afterAll(async () => {
  await server.close();
  await service.drop();
});

const signedIn = (username: string): Promise<Caller> =>
  signIn(server, `${username}@${factory.record.dbName}`, PASSWORD);

type Rows = { result: { data: { rows: { id: string; name: string; people: number; isBuiltIn: boolean }[] } } };

const rowsOf = async (caller: Caller, isArchived = false) =>
  ((await caller.get("roles.list", { isArchived })).body as Rows).result.data.rows;

const aRole = (permissions: readonly string[], name = `Role ${newId()}`) => ({
  id: newId(),
  name,
  description: "",
  permissions,
});

async function made(permissions: readonly string[], caller = master): Promise<{ id: string; name: string }> {
  const role = aRole(permissions);
  expect((await caller.post("roles.create", role)).status).toBe(200);
  return role;
}

/** Adds somebody with a role and signs them in. */
async function addedWith(role: string): Promise<{ caller: Caller; id: string; username: string }> {
  const id = newId();
  const username = `u${newId().slice(-12)}`;
  const person = { id, username, name: "Somebody", email: null, role, password: "an-evening-outside" };
  expect((await master.post("users.create", person)).status).toBe(200);
  await factory.db
    .update(users)
    .set({ passwordHash: await hashPassword(PASSWORD), mustChangePassword: false })
    .where(eq(users.id, id));
  return { caller: await signedIn(username), id, username };
}

const given = (id: string, role: string, version = 1) => ({
  id,
  version,
  name: "Somebody",
  email: null,
  role,
  isActive: true,
});

test("the built-in roles come first, each with its people; own ones follow by name", async () => {
  const role = await made(["inventory.read"]);
  await addedWith(role.id);
  const rows = await rowsOf(master);
  expect(rows.slice(0, ROLES.length)).toMatchObject(ROLES.map((id) => ({ id, isBuiltIn: true })));
  expect(rows.find(({ id }) => id === "viewer")).toMatchObject({ people: 1 });
  expect(rows.find(({ id }) => id === role.id)).toMatchObject({ name: role.name, people: 1, isBuiltIn: false });
  expect(dataOf(await master.get("roles.get", { id: role.id }))).toMatchObject({
    people: 1,
    permissions: ["inventory.read"],
  });
  expect(dataOf(await master.get("roles.get", { id: "employee" }))).toMatchObject({ isBuiltIn: true, people: 1 });
  expect(await master.get("roles.get", { id: newId() })).toMatchObject(
    refusal(404, { code: "NOT_FOUND", entity: "role" }),
  );
});

test("a role is made once however often it is sent, under a name that is nobody else's, and is audited", async () => {
  const role = aRole(["products.read", "inventory.read", "products.read", "profile.manage"]);
  for (const { status } of await Promise.all([1, 2, 3].map(() => master.post("roles.create", role))))
    expect(status).toBe(200);
  const [row] = await factory.db.select().from(roles).where(eq(roles.id, role.id));
  expect(row?.permissions).toEqual(["products.read", "inventory.read"]);
  expect(await master.post("roles.create", { ...role, id: newId() })).toMatchObject(
    refusal(409, { code: "TAKEN", field: "name" }),
  );
  expect(await master.post("roles.create", { ...role, name: "Else" })).toMatchObject(
    refusal(409, { code: "KEY_REUSED" }),
  );
  expect((await master.post("roles.create", aRole([], "Master"))).status).toBe(400);
  expect((await master.post("roles.create", aRole(["products.destroy"]))).status).toBe(400);
  const lines = await factory.db.select().from(auditLog).where(eq(auditLog.entityId, role.id));
  expect(lines).toMatchObject([{ action: "roles.create", actorName: "The master" }]);
});

test("a change of a role holds from the next request on, and is audited", async () => {
  const role = await made(["inventory.read"]);
  const { caller } = await addedWith(role.id);
  const isLetIn = async (path: string) => (await caller.get(path, { limit: 1 })).status === 200;
  expect([await isLetIn("inventory.levels"), await isLetIn("products.list")]).toEqual([true, false]);
  const next = { id: role.id, version: 1, name: role.name, description: "", permissions: ["products.read"] };
  expect(dataOf(await master.post("roles.update", next))).toEqual({ version: 2 });
  expect([await isLetIn("inventory.levels"), await isLetIn("products.list")]).toEqual([false, true]);
  // Sent twice it answers twice; from an older version it is refused.
  expect(dataOf(await master.post("roles.update", next))).toEqual({ version: 2 });
  expect(await master.post("roles.update", { ...next, name: "Other" })).toMatchObject(refusal(409, { code: "STALE" }));
  const lines = await factory.db.select().from(auditLog).where(eq(auditLog.entityId, role.id));
  expect(lines.find(({ action }) => action === "roles.update")).toMatchObject({
    before: { permissions: ["inventory.read"] },
    after: { permissions: ["products.read"] },
  });
  const me = dataOf(await caller.get("auth.me"));
  expect(me).toMatchObject({
    role: role.id,
    roleName: role.name,
    permissions: ["profile.manage", "views.keep", "factory.read", "products.read"],
  });
});

test("built-in roles are locked", async () => {
  for (const id of ROLES) {
    const change = { id, version: 1, name: "Mine", description: "", permissions: [] };
    const locked = refusal(412, { code: "WRONG_STATE", state: "BUILT_IN" });
    expect(await master.post("roles.update", change)).toMatchObject(locked);
    expect(await master.post("roles.archive", { id, version: 1, isArchived: true })).toMatchObject(locked);
  }
});

test("a role that somebody has can't be archived, and one that is archived can't be given", async () => {
  const role = await made(["inventory.read"]);
  const { id } = await addedWith(role.id);
  const archive = { id: role.id, version: 1, isArchived: true };
  expect(await master.post("roles.archive", archive)).toMatchObject(
    refusal(409, { code: "IN_USE", by: "user", count: 1 }),
  );
  expect((await master.post("users.update", given(id, "viewer"))).status).toBe(200);
  expect((await master.post("roles.archive", archive)).status).toBe(200);
  expect((await rowsOf(master)).some((row) => row.id === role.id)).toBe(false);
  expect((await rowsOf(master, true)).map((row) => row.id)).toContain(role.id);
  expect(await master.post("users.update", given(id, role.id, 2))).toMatchObject(
    refusal(412, { code: "ARCHIVED", field: "role" }),
  );
  expect((await master.post("roles.archive", { ...archive, version: 2, isArchived: false })).status).toBe(200);
  expect((await master.post("users.update", given(id, role.id, 2))).status).toBe(200);
});

test("a role archived and given at once is one or the other", async () => {
  const { id } = await addedWith("viewer");
  let version = 1;
  for (let round = 0; round < 20; round += 1) {
    const role = await made(["inventory.read"]);
    const [archived, gave] = await times(2, (n) =>
      n === 0
        ? master.post("roles.archive", { id: role.id, version: 1, isArchived: true })
        : master.post("users.update", given(id, role.id, version)),
    );
    const statusOf = (outcome: typeof archived) => (outcome?.status === "fulfilled" ? outcome.value.status : 0);
    expect([statusOf(archived), statusOf(gave)].filter((status) => status === 200)).toHaveLength(1);
    if (statusOf(gave) === 200) version += 1;
  }
});

test("nobody gives, takes or makes what they may not do themselves", async () => {
  const helper = await made([
    "users.read",
    "users.create",
    "users.update",
    "roles.read",
    "roles.create",
    "roles.update",
    "products.read",
  ]);
  const strong = await made(["products.read", "products.update"]);
  const { caller, id } = await addedWith(helper.id);
  const lacks = (permission: string) => refusal(403, { code: "NOT_ALLOWED", permission });

  expect(await caller.post("roles.create", aRole(["products.read", "products.archive"]))).toMatchObject(
    lacks("products.archive"),
  );
  expect((await caller.post("roles.create", aRole(["products.read"]))).status).toBe(200);
  const change = (role: { id: string; name: string }, permissions: string[]) =>
    caller.post("roles.update", { id: role.id, version: 1, name: role.name, description: "", permissions });
  // Their own role, and somebody else's: neither more for it, nor less.
  expect(await change(helper, ["users.update", "roles.update", "products.import"])).toMatchObject(
    lacks("products.import"),
  );
  expect(await change(strong, ["products.read"])).toMatchObject(lacks("products.update"));

  const somebody = {
    id: newId(),
    username: `u${newId().slice(-12)}`,
    name: "X",
    email: null,
    password: "an-evening-outside",
  };
  expect(await caller.post("users.create", { ...somebody, role: "master" })).toMatchObject({ status: 403 });
  expect(await caller.post("users.create", { ...somebody, role: strong.id })).toMatchObject(lacks("products.update"));
  expect(await caller.post("users.update", given(id, "master"))).toMatchObject({ status: 403 });
  const demotion = { ...given(factory.userIds.master, "viewer"), isActive: false };
  expect(await caller.post("users.update", demotion)).toMatchObject({ status: 403 });
  const [stored] = await factory.db.select().from(users).where(eq(users.id, factory.userIds.master));
  expect(stored).toMatchObject({ role: "master", isActive: true, version: 1 });
});

test("a refusal names the own roles that carry the permission and the masters who give it", async () => {
  const role = await made(["products.archive"]);
  const employee = await signedIn("employee");
  const answer = await employee.post("products.archive", { id: newId(), version: 1, isArchived: true });
  expect(answer).toMatchObject(
    refusal(403, { code: "NOT_ALLOWED", permission: "products.archive", masters: ["The master"] }),
  );
  const { grantedBy } = (answer.body as { error: { data: { failure: { grantedBy: string[] } } } }).error.data.failure;
  expect(grantedBy.filter(isBuiltIn)).toEqual(ROLES.filter((name) => permissionsOf(name).has("products.archive")));
  expect(grantedBy).toContain(role.name);
});
