import { hashPassword } from "@storehouse/auth";
import { eq } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { auditLog } from "@storehouse/db/tenant";
import { isOpenWhenReadOnly, moduleOf, type Permission } from "@storehouse/domain";
import {
  type Answer,
  apiOptions,
  type Caller,
  createTestService,
  dataOf,
  populate,
  type Population,
  type RunningServer,
  refusal,
  sampleCalls,
  serveApi,
  signIn,
  type TestFactory,
} from "@storehouse/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";
import { procedureAt, procedurePaths } from "./procedure-at.ts";

const PASSWORD = "a-walk-by-the-river";
const service = await createTestService(await hashPassword(PASSWORD));
const { central } = service.tenancy;
let server: RunningServer;
let factory: TestFactory;
let held: Population;

beforeAll(async () => {
  factory = await service.factory("works");
  server = await serveApi(makeHandler(apiOptions(service)));
  held = await populate(await master(), "Sample");
});
afterAll(async () => {
  await server.close();
  await service.drop();
});
beforeEach(() => stand({ subscription: "ACTIVE", periodEndsAt: null, modulesOff: null, plan: "unlimited" }));

const master = (): Promise<Caller> => signIn(server, factory.login("master"), PASSWORD);

async function stand(row: Partial<typeof factories.$inferInsert>): Promise<void> {
  await central.update(factories).set(row).where(eq(factories.id, factory.record.id));
  service.tenancy.closeFactory(factory.record.id);
}

const guarded = procedurePaths.flatMap((path) => {
  const meta = procedureAt(path)?.meta;
  return meta !== undefined && "permission" in meta ? [[path, meta.permission] as const] : [];
});
const changing = guarded.filter(([path]) => procedureAt(path)?.type === "mutation");
const waiting = changing.filter(([, permission]) => !isOpenWhenReadOnly(permission));
const ofProduction = guarded.filter(([, permission]) => moduleOf(permission) === "production");

function call(caller: Caller, path: string): Promise<Answer> {
  const input = sampleCalls(held)[path]?.input;
  return procedureAt(path)?.type === "mutation" ? caller.post(path, input) : caller.get(path, input);
}
const codeOf = ({ body }: Answer): string | undefined =>
  (body as { error?: { data: { failure: { code: string } | null } } }).error?.data.failure?.code;

const READ_ONLY = { subscription: "READ_ONLY", periodEndsAt: new Date("2026-01-01T00:00:00Z") };

test.each(["READ_ONLY", "SUSPENDED"])(
  "a factory that is %s changes by none of its procedures",
  async (subscription) => {
    expect(waiting.length).toBeGreaterThan(60);
    const caller = await master();
    await stand({ ...READ_ONLY, subscription });
    const before = await factory.fingerprint();
    for (const [path] of waiting) {
      expect(await call(caller, path), path).toMatchObject(
        refusal(403, { code: "READ_ONLY", since: "2026-01-15T00:00:00.000Z" }),
      );
    }
    expect(await factory.fingerprint()).toBe(before);
  },
);

test("while it can only be read, all can be read, people sign in, look after their account and save a backup", async () => {
  await stand(READ_ONLY);
  const caller = await master();
  const asked = guarded.filter(([path]) => procedureAt(path)?.type === "query");
  for (const [path] of asked) expect(codeOf(await call(caller, path)), path).not.toBe("READ_ONLY");
  for (const path of ["auth.setLanguage", "plan.measure", "backup.trigger"])
    expect((await call(caller, path)).status, path).toBe(200);
  const me = dataOf<{ permissions: Permission[] }>(await caller.get("auth.me"));
  expect(me).toMatchObject({ subscription: { state: "READ_ONLY" } });
  // What pages offer is refused by none, and what would be refused is offered nowhere.
  const refused = waiting.map(([, permission]) => permission);
  expect(me.permissions.filter((one) => refused.includes(one) && !one.endsWith(".read"))).toEqual([]);
});

test("what is late, on trial or without an end is open", async () => {
  for (const subscription of ["TRIAL", "ACTIVE", "PAST_DUE"]) {
    await stand({ ...READ_ONLY, subscription });
    expect((await call(await master(), "settings.update")).status).not.toBe(403);
  }
});

test("a module that is turned off refuses by each of its procedures, is nobody's, and is all there when it is turned on again", async () => {
  expect(ofProduction.map(([path]) => path)).toContain("inventory.make");
  const caller = await master();
  const formulas = dataOf(await caller.get("productFormulas.list", {}));
  for (const sent of [1, 2]) {
    const off = await caller.post("plan.setModule", { module: "production", isOn: false });
    expect(off.status, `${sent}`).toBe(200);
  }
  const { permissions } = dataOf<{ permissions: Permission[] }>(await caller.get("auth.me"));
  expect(permissions.filter((one) => moduleOf(one) === "production")).toEqual([]);
  for (const [path] of ofProduction)
    expect(await call(caller, path), path).toMatchObject(
      refusal(403, { code: "MODULE_DISABLED", module: "production" }),
    );
  const exported = await caller.get("lists.export", EXPORTED);
  expect(codeOf(exported), exported.text.slice(0, 300)).toBe("MODULE_DISABLED");
  dataOf(await caller.post("plan.setModule", { module: "production", isOn: true }));
  expect(dataOf(await caller.get("productFormulas.list", {}))).toEqual(formulas);
  const lines = await factory.db.select({ action: auditLog.action }).from(auditLog);
  const own = lines.map(({ action }) => action).filter((action) => action.startsWith("plan.turn"));
  expect(own.toSorted()).toEqual(["plan.turnOff", "plan.turnOn"]);
});
const EXPORTED = { list: "formulas", format: "csv", columns: [{ id: "sku", title: "Code" }], filters: { limit: 5 } };

test("a module the plan leaves out can't be turned on; who may not, turns nothing", async () => {
  await stand({ plan: "small" });
  const caller = await master();
  expect(await caller.post("plan.setModule", { module: "production", isOn: true })).toMatchObject(
    refusal(403, "MODULE_DISABLED"),
  );
  const manager = await signIn(server, factory.login("manager"), PASSWORD);
  expect(await manager.post("plan.setModule", { module: "production", isOn: false })).toMatchObject(
    refusal(403, "NOT_ALLOWED"),
  );
});

test("where the plan can't be read, its modules wait and the rest goes on", async () => {
  await stand({ plan: "golden" });
  const caller = await master();
  expect(codeOf(await call(caller, "productFormulas.list"))).toBe("UNAVAILABLE");
  expect((await call(caller, "products.list")).status).toBe(200);
});
