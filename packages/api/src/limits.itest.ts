import { hashPassword } from "@storehouse/auth";
import { rateLimits } from "@storehouse/db/central";
import {
  apiOptions,
  type Answer,
  createTestService,
  type RunningServer,
  serveApi,
  type TestFactory,
} from "@storehouse/testing";
import type { Tenancy } from "@storehouse/tenancy";
import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";

const PASSWORD = "a-walk-by-the-river";
const authSecrets = [randomBytes(48).toString("base64")];
const service = await createTestService(await hashPassword(PASSWORD));
let factory: TestFactory;
let direct: RunningServer;
let behindProxy: RunningServer;

const open = (tenancy: Tenancy, trustedProxyHops: number, perHour = 5): Promise<RunningServer> =>
  serveApi(
    makeHandler({
      ...apiOptions(service),
      tenancy,
      authSecrets,
      trustedProxyHops,
      registrationCaps: { perHour, perAddressPerHour: 3 },
    }),
  );

beforeAll(async () => {
  factory = await service.factory("works");
  direct = await open(service.tenancy, 0);
  behindProxy = await open(service.tenancy, 1);
});
afterAll(async () => {
  await Promise.all([direct.close(), behindProxy.close()]);
  await service.drop();
});
beforeEach(() => service.tenancy.central.delete(rateLimits));

const logIn = (server: RunningServer, password: string, forwardedFor = "192.0.2.1"): Promise<Answer> =>
  server.caller().post("auth.login", { login: factory.login("master"), password }, { "x-forwarded-for": forwardedFor });

const guessTen = async (server: RunningServer, forwardedFor?: string): Promise<void> => {
  for (let n = 0; n < 10; n += 1) expect((await logIn(server, `guess-${n}`, forwardedFor)).status).toBe(401);
};

test("the eleventh wrong try is refused whatever address it claims, and says for how long", async () => {
  await guessTen(direct);
  const refused = await logIn(direct, "guess-11", "203.0.113.99");
  expect(refused).toMatchObject({ status: 429, body: { error: { data: { failure: { code: "RATE_LIMITED" } } } } });
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(600);
  // The right one is no better from there: otherwise the answer would tell which guess was right.
  expect((await logIn(direct, PASSWORD)).status).toBe(429);
});

test("the owner still gets in from another address", async () => {
  await guessTen(behindProxy, "203.0.113.5");
  expect((await logIn(behindProxy, PASSWORD, "203.0.113.5")).status).toBe(429);
  expect((await logIn(behindProxy, PASSWORD, "198.51.100.7")).status).toBe(200);
  // What stands left of the proxy's own hop was written by the client.
  expect((await logIn(behindProxy, PASSWORD, "198.51.100.7, 203.0.113.5")).status).toBe(429);
});

test("the count survives a restart and holds for a second process", async () => {
  await guessTen(direct);
  const tenancy = await service.openTenancy();
  const second = await open(tenancy, 0);
  expect((await logIn(second, PASSWORD)).status).toBe(429);
  await second.close();
  await tenancy.close(0);
});

test("a success clears the failures before it", async () => {
  for (let n = 0; n < 9; n += 1) await logIn(direct, `guess-${n}`);
  expect((await logIn(direct, PASSWORD)).status).toBe(200);
  for (let n = 0; n < 9; n += 1) expect((await logIn(direct, `guess-${n}`)).status).toBe(401);
});

test("guesses sent all at once are no more than those sent one by one, but for the few being hashed", async () => {
  const answers = await Promise.all(Array.from({ length: 80 }, (_, n) => logIn(direct, `guess-${n}`)));
  const tried = answers.filter(({ status }) => status === 401).length;
  expect(tried).toBeLessThanOrEqual(10 + 2 * availableParallelism());
  expect(answers.every(({ status }) => [401, 429, 503].includes(status))).toBe(true);
});

test("one address can't try its luck with one password on many accounts", async () => {
  const guess = (n: number) =>
    direct.caller().post("auth.login", { login: `user${n}@${factory.record.dbName}`, password: "guess-it" });
  const statuses: number[] = [];
  for (let n = 0; n < 62; n += 1) statuses.push((await guess(n)).status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(60);
  expect(statuses.slice(60)).toEqual([429, 429]);
});

const form = (name: string, more: object = {}) => ({
  factory_name: `Factory ${name}`,
  db_name: `${service.installation.prefix}${name}`,
  admin_username: "asha",
  admin_password: "a-quiet-evening",
  admin_name: "Asha Rao",
  admin_email: "",
  ...more,
});
const register = (name: string, more?: object, from = "192.0.2.1"): Promise<Answer> =>
  behindProxy.caller().post("factory.register", form(name, more), { "x-forwarded-for": from });

test("a sign-up answers with a ticket that tells how far it is, and books no password", async () => {
  const answer = await register("n1");
  const { ticket, login } = (answer.body as { result: { data: { ticket: string; login: string } } }).result.data;
  expect(login).toBe(`asha@${service.installation.prefix}n1`);
  const state = await behindProxy.caller().get("factory.registration", { ticket });
  expect(state).toMatchObject({ status: 200, body: { result: { data: { state: "REQUESTED", login, error: null } } } });
  expect((await behindProxy.caller().get("factory.registration", { ticket: "A".repeat(43) })).status).toBe(404);
  const early = await behindProxy.caller().post("auth.login", { login, password: "a-quiet-evening" });
  expect(early).toMatchObject({ status: 412, body: { error: { data: { failure: { code: "FACTORY_NOT_READY" } } } } });
});

test("of two who take a name at once one wins, and the other reads which field", async () => {
  const answers = await Promise.all([register("n2"), register("n2", { factory_name: "Another" })]);
  const lost = answers.find(({ status }) => status === 409);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(lost?.body).toMatchObject({ error: { data: { fields: { db_name: ["TAKEN"] } } } });
  await register("n3");
  const named = await register("n5", { factory_name: "Factory n3" });
  expect(named.body).toMatchObject({ error: { data: { failure: { code: "TAKEN", field: "factory_name" } } } });
});

test.each([
  ["admin_password", "password1", "PASSWORD_COMMON"],
  ["admin_password", "abc", "PASSWORD_TOO_SHORT"],
  ["admin_username", "a@b", "USERNAME_NO_AT"],
  ["db_name", "central_db", "DB_NAME_RESERVED"],
  ["db_name", "x`; DROP DATABASE central_db; --", "DB_NAME_INVALID"],
  ["db_name", "Steel", "DB_NAME_INVALID"],
  ["admin_email", "no address", "EMAIL_INVALID"],
  ["factory_name", "  ", "REQUIRED"],
  ["factory_name", "a\u202eb", "TEXT_INVALID"],
  ["db_host", "169.254.169.254", "UNKNOWN_FIELD"],
])("a sign-up with %s %j is told %s at the field", async (field, value, reason) => {
  const answer = await register("n4", { [field]: value });
  expect(answer.status).toBe(400);
  return expect(answer.body).toMatchObject({
    error: { data: { fields: { [field]: expect.arrayContaining([reason]) } } },
  });
});

test("an address signs up three factories an hour, and everybody together five", async () => {
  const statuses: number[] = [];
  for (const n of [1, 2, 3, 4]) statuses.push((await register(`m${n}`)).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect((await register("m5", {}, "198.51.100.1")).status).toBe(200);
  expect((await register("m6", {}, "198.51.100.2")).status).toBe(200);
  const refused = await register("m7", {}, "198.51.100.3");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("where nobody may sign up, that is said", async () => {
  const closed = await open(service.tenancy, 0, 0);
  const answer = await closed.caller().post("factory.register", form("c1"));
  expect(answer).toMatchObject({ status: 403, body: { error: { data: { failure: { code: "SIGN_UP_CLOSED" } } } } });
  await closed.close();
});

test("sign-ups sent all at once are no more than those sent one by one, and a taken name counts for none", async () => {
  expect((await register("b0")).status).toBe(200);
  for (let n = 0; n < 4; n += 1) expect((await register("b0")).status).toBe(409);
  const burst = await Promise.all(Array.from({ length: 8 }, (_, n) => register(`b${n + 1}`)));
  const statuses = burst.map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(2);
  expect(statuses.filter((status) => status === 429)).toHaveLength(6);
});

test("guesses at one's own password sent all at once are ten at most", async () => {
  const caller = direct.caller();
  await caller.post("auth.login", { login: factory.login("master"), password: PASSWORD });
  const guess = (n: number) => caller.post("auth.changePassword", { current: `guess-${n}`, next: "another-walk" });
  const answers = await Promise.all(Array.from({ length: 24 }, (_, n) => guess(n)));
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(14);
});
