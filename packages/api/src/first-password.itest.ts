import { hashPassword } from "@storehouse/auth";
import {
  apiOptions,
  type Caller,
  createTestService,
  type RunningServer,
  serveApi,
  type TestFactory,
} from "@storehouse/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";
import { procedureAt, procedurePaths } from "./procedure-at.ts";

const PASSWORD = "a-walk-by-the-river";
const GIVEN = "told-on-the-phone";
const service = await createTestService(await hashPassword(PASSWORD));
let server: RunningServer;
let factory: TestFactory;
let newcomer: Caller;
let login: string;

beforeAll(async () => {
  factory = await service.factory("works");
  server = await serveApi(makeHandler(apiOptions(service)));
  const master = server.caller();
  await master.post("auth.login", { login: factory.login("master"), password: PASSWORD });
  const person = {
    id: "0190a000-0000-7000-8000-0000000000b1",
    username: "newcomer",
    name: "N",
    email: "",
    role: "master",
    password: GIVEN,
  };
  await master.post("users.create", person);
  login = `newcomer@${factory.record.dbName}`;
  newcomer = server.caller();
  await newcomer.post("auth.login", { login, password: GIVEN });
});
afterAll(async () => {
  await server.close();
  await service.drop();
});

const OPEN = ["auth.logout", "auth.me", "auth.changePassword"];
const guarded = procedurePaths.filter((path) => {
  const meta = procedureAt(path)?.meta;
  return meta !== undefined && "permission" in meta;
});

test.each(guarded.filter((path) => !OPEN.includes(path)))(
  "%s waits until the password somebody else chose is changed",
  async (path) => {
    const caller = newcomer.copy();
    const answer = await (procedureAt(path)?.type === "mutation" ? caller.post(path, {}) : caller.get(path, {}));
    expect(answer).toMatchObject({
      status: 403,
      body: { error: { data: { failure: { code: "MUST_CHANGE_PASSWORD" }, fields: null } } },
    });
  },
);

test("the given password is not one's own, and with one's own the rest opens, in every process at once", async () => {
  const tenancy = await service.openTenancy();
  const options = apiOptions(service);
  const [first, second] = [await serveApi(makeHandler(options)), await serveApi(makeHandler({ ...options, tenancy }))];
  try {
    const caller = first.caller();
    await caller.post("auth.login", { login, password: GIVEN });
    const elsewhere = second.caller(caller.cookie());
    expect((await elsewhere.get("users.list", {})).status).toBe(403);
    expect(await caller.post("auth.changePassword", { current: GIVEN, next: GIVEN })).toMatchObject({
      status: 400,
      body: { error: { data: { fields: { next: ["PASSWORD_SAME"] } } } },
    });
    expect((await elsewhere.get("users.list", {})).status).toBe(403);
    expect((await caller.post("auth.changePassword", { current: GIVEN, next: "an-evening-outside" })).status).toBe(200);
    expect((await caller.get("users.list", {})).status).toBe(200);
    expect((await elsewhere.get("users.list", {})).status).toBe(200);
  } finally {
    await Promise.all([first.close(), second.close()]);
    await tenancy.close(0);
  }
});
