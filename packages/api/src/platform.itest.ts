import { createOperator, disableOperator, hashPassword, resetOperator } from "@storehouse/auth";
import { eq } from "@storehouse/db";
import { operatorSessions, operators, platformAudit } from "@storehouse/db/central";
import type { OperatorRole } from "@storehouse/domain";
import {
  apiOptions,
  type Caller,
  codeOfPhone,
  createTestService,
  operatorCaller,
  type RunningServer,
  serveApi,
  type TestFactory,
} from "@storehouse/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";

const PASSWORD = "a-walk-by-the-river";
const service = await createTestService(await hashPassword(PASSWORD));
const options = apiOptions(service);
const { central } = service.tenancy;
const api = makeHandler(options);
let server: RunningServer;
let a: TestFactory;
let owner: Caller;

beforeAll(async () => {
  a = await service.factory("alpha");
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

type Opened = Readonly<{ caller: Caller; secret: string; recoveryCodes: readonly string[] }>;

/** Opens an operator's link as a browser does: a password, and the first code of the phone. */
async function openLink(token: string): Promise<Opened> {
  const caller = server.caller();
  const { secret } = dataOf(await caller.post("platform.readLink", { token })) as { secret: string };
  // The code of a step before: that of now is kept for signing in, since none is accepted twice.
  const code = codeOfPhone(secret, new Date(Date.now() - 30_000));
  const used = await caller.post("platform.useLink", { token, password: PASSWORD, code });
  expect(used.status, used.text).toBe(200);
  return { caller, secret, recoveryCodes: dataOf(used)["recoveryCodes"] as string[] };
}

const create = (username: string, role: OperatorRole = "OWNER", dbNames: readonly string[] = []) =>
  createOperator(central, options.authSecrets, { username, name: "Asha", role, factories: dbNames });

describe("an operator's way in", () => {
  test("a link, a password and a phone; then both at each sign-in, and no code twice", async () => {
    const token = await create("asha");
    const { caller, secret, recoveryCodes } = await openLink(token);
    expect(recoveryCodes).toHaveLength(8);
    expect(dataOf(await caller.get("platform.me"))).toMatchObject({ username: "asha", role: "OWNER" });
    // The link is spent.
    expect(failureOf(await server.caller().post("platform.readLink", { token }))).toMatchObject({
      code: "LINK_INVALID",
    });

    const again = server.caller();
    const { challenge } = dataOf(await again.post("platform.login", { username: "asha", password: PASSWORD }));
    expect((await again.get("platform.me")).status).toBe(401);
    const wrong = await again.post("platform.secondStep", { challenge, code: "000000" });
    expect(failureOf(wrong)).toMatchObject({ code: "SECOND_STEP_REFUSED" });
    const code = codeOfPhone(secret);
    const many = await Promise.all(
      Array.from({ length: 4 }, () => server.caller().post("platform.secondStep", { challenge, code })),
    );
    expect(many.filter(({ status }) => status === 200)).toHaveLength(1);

    const byPaper = (paper?: string) => server.caller().post("platform.secondStep", { challenge, code: paper });
    expect((await byPaper(recoveryCodes[0])).status).toBe(200);
    expect((await byPaper(recoveryCodes[0])).status).toBe(401);
  });

  test("an unknown name, a wrong password and one who has not used the link are one answer", async () => {
    await create("unready");
    for (const username of ["nobody", "asha", "unready"]) {
      const answer = await server.caller().post("platform.login", { username, password: "wrong-password-here" });
      expect(failureOf(answer), username).toEqual({ code: "WRONG_CREDENTIALS" });
    }
  });

  test("ten wrong passwords close the account to an address", async () => {
    await openLink(await create("guessed"));
    const knock = (password: string) => server.caller().post("platform.login", { username: "guessed", password });
    for (let n = 0; n < 10; n += 1) expect((await knock("wrong-password-here")).status).toBe(401);
    expect(await knock(PASSWORD)).toMatchObject({ status: 429 });
  });

  test("a short or well-known password is refused at its field, and the link stays good", async () => {
    const token = await create("careless");
    const caller = server.caller();
    const { secret } = dataOf(await caller.post("platform.readLink", { token })) as { secret: string };
    const use = (password: string, code = codeOfPhone(secret)) =>
      caller.post("platform.useLink", { token, password, code });
    expect(await use("short")).toMatchObject({
      status: 400,
      body: { error: { data: { fields: { password: expect.anything() } } } },
    });
    expect(await use("passwordpassword")).toMatchObject({ status: 400 });
    expect(failureOf(await use(PASSWORD, "000000"))).toMatchObject({ code: "WRONG_CODE" });
    expect((await use(PASSWORD)).status).toBe(200);
  });

  test("disabled or reset, an operator is out at once; the new link alone opens", async () => {
    const { caller } = await openLink(await create("leaving"));
    await disableOperator(central, "leaving");
    expect((await caller.get("platform.me")).status).toBe(401);
    const fresh = await resetOperator(central, options.authSecrets, "leaving");
    expect((await caller.get("platform.me")).status).toBe(401);
    const login = await server.caller().post("platform.login", { username: "leaving", password: PASSWORD });
    expect(login.status).toBe(401);
    expect((await (await openLink(fresh)).caller.get("platform.me")).status).toBe(200);
  });

  test("a session ends when left idle, when too old and when ended elsewhere", async () => {
    const caller = await operatorCaller(service, server, { role: "VIEWER" });
    const [row] = dataOf(await caller.get("platform.sessions"))["rows"] as { id: string }[];
    const isTheirs = eq(operatorSessions.publicId, row?.id ?? "");
    const set = async (change: Partial<typeof operatorSessions.$inferInsert>) => {
      await central.update(operatorSessions).set(change).where(isTheirs);
      return (await caller.get("platform.me")).status;
    };
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    expect(await set({ lastSeenAt: ago(31) })).toBe(401);
    expect(await set({ lastSeenAt: ago(29) })).toBe(200);
    expect(await set({ endsAt: ago(0) })).toBe(401);
    expect(await set({ endsAt: ago(-60) })).toBe(200);
    expect((await owner.post("platform.endSession", { id: row?.id })).status).toBe(404);
    expect((await caller.copy().post("platform.endSession", { id: row?.id })).status).toBe(200);
    expect((await caller.get("platform.me")).status).toBe(401);
  });
});

describe("nothing of a factory opens the console, and the reverse", () => {
  test("cookie, token and challenge of a factory, each shown as the console's", async () => {
    const master = server.caller();
    await master.post("auth.login", { login: a.login("master"), password: PASSWORD });
    const [, token] = master.cookie().split("=");
    expect((await server.caller(`storehouse.operator=${token}`).get("platform.me")).status).toBe(401);
    const bearer = { authorization: `Bearer ${token}` };
    expect((await server.caller().get("platform.factories", {}, bearer)).status).toBe(401);
    const [, secret] = owner.cookie().split("=");
    expect((await server.caller(`next-auth.session-token=${secret}`).get("auth.me")).status).toBe(401);
    expect((await server.caller().get("auth.me", undefined, { authorization: `Bearer ${secret}` })).status).toBe(401);
  });

  test("the console's challenge is none of a factory's", async () => {
    await openLink(await create("meena"));
    const { challenge } = dataOf(
      await server.caller().post("platform.login", { username: "meena", password: PASSWORD }),
    );
    const answer = await server.caller().post("auth.secondStep", { challenge, code: "123456" });
    expect(failureOf(answer)).toEqual({ code: "SECOND_STEP_REFUSED" });
  });

  test("an operator's link is none of a factory's, and an operator can't be made master by it", async () => {
    const token = await create("strange");
    expect((await server.caller().post("auth.readLink", { token })).status).toBe(400);
  });
});

test("the log is paged, filtered, and can't be changed by the web's account", async () => {
  const first = dataOf(await owner.get("platform.events", { limit: 2 })) as { rows: { id: string }[]; next: string };
  const next = dataOf(await owner.get("platform.events", { limit: 2, after: first.next })) as {
    rows: { id: string }[];
  };
  expect(new Set([...first.rows, ...next.rows].map(({ id }) => id)).size).toBe(4);
  const made = dataOf(await owner.get("platform.events", { action: "operator.create", limit: 200 }))["rows"] as {
    actor: string;
  }[];
  expect(made.length).toBeGreaterThan(3);
  const own = dataOf(await owner.get("platform.events", { actor: "asha" }))["rows"] as { actor: string }[];
  expect(new Set(own.map(({ actor }) => actor))).toEqual(new Set(["operator:asha"]));
  expect(dataOf(await owner.get("platform.events", { from: "2099-01-01" }))["rows"]).toEqual([]);
  await expect(central.update(platformAudit).set({ actor: "nobody" })).rejects.toThrow(/Failed query/);
  await expect(central.delete(platformAudit)).rejects.toThrow(/Failed query/);
  expect(await central.select({ id: operators.id }).from(operators)).not.toEqual([]);
});
