import { hashPassword } from "@storehouse/auth";
import { eq } from "@storehouse/db";
import { factories, operatorSessions } from "@storehouse/db/central";
import { sessions, users } from "@storehouse/db/tenant";
import {
  BASE_PERMISSIONS,
  GRANTABLE,
  OPERATOR_ROLES,
  type OperatorRole,
  operatorPermissionsOf,
  type Permission,
  permissionsOf,
  ROLES,
  type Role,
  rolesWith,
} from "@storehouse/domain";
import {
  type Answer,
  apiOptions,
  type Caller,
  createTestService,
  operatorCaller,
  type RunningServer,
  serveApi,
  signIn,
  type TestFactory,
} from "@storehouse/testing";
import { randomUUID as newId } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";
import { procedureAt, procedurePaths } from "./procedure-at.ts";

const PASSWORD = "a-walk-by-the-river";
const service = await createTestService(await hashPassword(PASSWORD));
let server: RunningServer;
let factory: TestFactory;
let callers: Record<Role, Caller>;
let operators: Record<OperatorRole, Caller>;

beforeAll(async () => {
  factory = await service.factory("works");
  server = await serveApi(makeHandler(apiOptions(service)));
  const entries = await Promise.all(ROLES.map(async (role) => [role, await signedIn(role)] as const));
  callers = Object.fromEntries(entries) as Record<Role, Caller>;
  const consoles = await Promise.all(
    OPERATOR_ROLES.map(async (role) => [role, await operatorCaller(service, server, { role })] as const),
  );
  operators = Object.fromEntries(consoles) as Record<OperatorRole, Caller>;
});
afterAll(async () => {
  await server.close();
  await service.drop();
});
// Some procedures end sessions: each case starts with all of them open.
beforeEach(async () => {
  await factory.db.update(sessions).set({ revokedAt: null });
});

const signedIn = (role: Role): Promise<Caller> => signIn(server, factory.login(role), PASSWORD);

// No procedure accepts it: whoever is let through is told so, or is given what needs no input.
const NONSENSE = { nonsense: 1 };

const call = (caller: Caller, path: string): Promise<Answer> => {
  const copy = caller.copy();
  return procedureAt(path)?.type === "mutation" ? copy.post(path, NONSENSE) : copy.get(path, NONSENSE);
};

const guarded = procedurePaths.flatMap((path) => {
  const meta = procedureAt(path)?.meta;
  return meta !== undefined && "permission" in meta ? [[path, meta.permission] as const] : [];
});
const ofOperators = procedurePaths.flatMap((path) => {
  const meta = procedureAt(path)?.meta;
  return meta !== undefined && "operatorPermission" in meta ? [[path, meta.operatorPermission] as const] : [];
});
const open = procedurePaths.filter((path) => ![...guarded, ...ofOperators].some(([other]) => other === path));

test("only these need no session", () => {
  expect([...open].sort()).toEqual([
    "auth.login",
    "auth.readLink",
    "auth.secondStep",
    "auth.useLink",
    "factory.factories",
    "factory.register",
    "factory.registration",
    "platform.login",
    "platform.readLink",
    "platform.secondStep",
    "platform.useLink",
    "support.leave",
  ]);
});

test.each(open)("%s is open to anybody, and judges its input", async (path) => {
  expect((await call(server.caller(), path)).status).toBe(400);
});

test.each(guarded)("%s is for holders of %s", async (path, permission) => {
  expect(await call(server.caller(), path)).toMatchObject({
    status: 401,
    body: { error: { data: { failure: { code: "NOT_SIGNED_IN" }, fields: null } } },
  });
  for (const role of ROLES) {
    const answer = await call(callers[role], path);
    const isRefused = !permissionsOf(role).has(permission);
    expect(outcomeOf(answer), `${role} ${answer.text}`).toEqual(
      isRefused
        ? {
            isThrough: false,
            failure: { code: "NOT_ALLOWED", permission, grantedBy: rolesWith(permission), masters: ["The master"] },
          }
        : { isThrough: true, failure: null },
    );
  }
});

test.each(ofOperators)("%s is for operators who hold %s, and for nobody of a factory", async (path, permission) => {
  for (const caller of [server.caller(), ...Object.values(callers)]) {
    expect(await call(caller, path)).toMatchObject({
      status: 401,
      body: { error: { data: { failure: { code: "NOT_SIGNED_IN" }, fields: null } } },
    });
  }
  for (const role of OPERATOR_ROLES) {
    await service.tenancy.central.update(operatorSessions).set({ revokedAt: null });
    const answer = await call(operators[role], path);
    expect(outcomeOf(answer), `${role} ${answer.text}`).toEqual(
      operatorPermissionsOf(role).has(permission)
        ? { isThrough: true, failure: null }
        : { isThrough: false, failure: { code: "NOT_ALLOWED", permission: null, grantedBy: [] } },
    );
  }
});

test.each(guarded)("%s is closed to every operator", async (path) => {
  for (const role of OPERATOR_ROLES) {
    expect(await call(operators[role], path), role).toMatchObject({
      status: 401,
      body: { error: { data: { failure: { code: "NOT_SIGNED_IN" }, fields: null } } },
    });
  }
});

// Who is let through with nonsense is told it is none, or is given what wants no input.
function outcomeOf({ status, body }: Answer): { isThrough: boolean; failure: unknown } {
  const { error } = body as { error?: { data: { failure: unknown } } };
  return { isThrough: status === 200 || status === 400, failure: error?.data.failure ?? null };
}

test("nobody of a suspended factory is let through anywhere", async () => {
  const setState = async (state: string): Promise<void> => {
    await service.tenancy.central.update(factories).set({ state }).where(eq(factories.id, factory.record.id));
    service.tenancy.closeFactory(factory.record.id);
  };
  await setState("SUSPENDED");
  for (const [path] of guarded) {
    expect(await call(callers.master, path), path).toMatchObject({
      status: 403,
      body: { error: { data: { failure: { code: "FACTORY_SUSPENDED" } } } },
    });
  }
  await setState("READY");
});

test("an inactive person is let through nowhere", async () => {
  const other = await signedIn("viewer");
  await factory.db.update(users).set({ isActive: false }).where(eq(users.username, "viewer"));
  for (const [path] of guarded) expect((await call(other, path)).status, path).toBe(401);
  await factory.db.update(users).set({ isActive: true }).where(eq(users.username, "viewer"));
});

describe("a role of the factory's own", () => {
  const role = { id: newId(), name: "Made for this", description: "" };
  let version = 1;
  let holder: Caller;

  beforeAll(async () => {
    await callers.master.post("roles.create", { ...role, permissions: [] });
    await factory.db.update(users).set({ role: "own", roleId: role.id }).where(eq(users.username, "viewer"));
    holder = await signedIn("viewer");
  });

  async function give(permissions: readonly Permission[]): Promise<void> {
    const { status, text } = await callers.master.post("roles.update", { ...role, version, permissions });
    expect(status, text).toBe(200);
    version = (JSON.parse(text) as { result: { data: { version: number } } }).result.data.version;
  }

  test.each(guarded)("lets its people into %s with %s alone, and not with all the rest", async (path, permission) => {
    const isBase = (BASE_PERMISSIONS as readonly Permission[]).includes(permission);
    await give([permission]);
    expect(outcomeOf(await call(holder, path))).toEqual({ isThrough: true, failure: null });
    await factory.db.update(sessions).set({ revokedAt: null });
    await give(GRANTABLE.filter((other) => other !== permission));
    expect(outcomeOf(await call(holder, path))).toEqual(
      isBase
        ? { isThrough: true, failure: null }
        : {
            isThrough: false,
            failure: { code: "NOT_ALLOWED", permission, grantedBy: rolesWith(permission), masters: ["The master"] },
          },
    );
  });
});
