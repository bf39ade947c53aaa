import { hashPassword } from "@storehouse/auth";
import { eq } from "@storehouse/db";
import { rateLimits } from "@storehouse/db/central";
import { auditLog, recoveryCodes, secondFactors, sessions, users } from "@storehouse/db/tenant";
import {
  type Answer,
  apiOptions,
  type Caller,
  codeOfPhone,
  createTestService,
  dataOf,
  refusal,
  type RunningServer,
  serveApi,
  signIn,
  type TestFactory,
} from "@storehouse/testing";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
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
  vi.useRealTimers();
  await server.close();
  await service.drop();
});
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  await service.tenancy.central.delete(rateLimits);
  for (const table of [sessions, recoveryCodes, secondFactors]) await factory.db.delete(table);
  await factory.db.update(users).set({ passwordHash });
});

const range = (n: number): number[] => Array.from({ length: n }, (_, index) => index);
const REFUSED = refusal(401, "SECOND_STEP_REFUSED");

// Each code is good once: the next thing that wants one happens a step later.
const later = (): void => void vi.setSystemTime(Date.now() + 30_000);

const enter = (role: "master" | "employee" = "employee", password = PASSWORD): Promise<Caller> =>
  signIn(server, factory.login(role), password);

async function turnOn(caller: Caller): Promise<{ secret: string; codes: readonly string[] }> {
  const { secret, uri } = dataOf<{ secret: string; uri: string }>(
    await caller.post("auth.startSecondFactor", { password: PASSWORD }),
  );
  expect(uri).toContain(`secret=${secret}`);
  const confirmed = await caller.post("auth.confirmSecondFactor", { code: codeOfPhone(secret) });
  const { recoveryCodes: codes } = dataOf<{ recoveryCodes: readonly string[] }>(confirmed);
  later();
  return { secret, codes };
}

async function challenged(): Promise<{ caller: Caller; challenge: string }> {
  const caller = server.caller();
  const answer = await caller.post("auth.login", { login: factory.login("employee"), password: PASSWORD });
  const { challenge } = dataOf<{ challenge: string }>(answer);
  expect(caller.cookie()).toBe("");
  return { caller, challenge };
}

const stepWith = async (code: string): Promise<Answer> => {
  const { caller, challenge } = await challenged();
  return caller.post("auth.secondStep", { challenge, code });
};

test("with the second step on, a password alone opens nothing; with the phone's code it does, once", async () => {
  const caller = await enter();
  const elsewhere = await enter();
  const { secret } = await turnOn(caller);
  expect((await caller.get("auth.me")).status).toBe(200);
  expect((await elsewhere.get("auth.me")).status).toBe(401);
  expect(dataOf(await caller.get("auth.secondFactor"))).toMatchObject({ isOn: true, recoveryCodesLeft: 8 });

  const { caller: back, challenge } = await challenged();
  expect(await server.caller(`next-auth.session-token=${challenge}`).get("auth.me")).toMatchObject({ status: 401 });
  const code = codeOfPhone(secret);
  const typed = `${code.slice(0, 3)} ${code.slice(3)}`;
  const answer = await back.post("auth.secondStep", { challenge, code: typed });
  expect(dataOf(answer)).toMatchObject({ username: "employee" });
  expect((await back.get("auth.me")).status).toBe(200);
  // The same code, and one from before it, are spent.
  expect(await stepWith(code)).toMatchObject(REFUSED);
  expect(await stepWith(codeOfPhone(secret, new Date(Date.now() - 30_000)))).toMatchObject(REFUSED);
  later();
  expect((await stepWith(codeOfPhone(secret))).status).toBe(200);
});

test("of one code sent many times at once, one is accepted", async () => {
  const { secret } = await turnOn(await enter());
  const answers = await Promise.all(range(5).map(() => stepWith(codeOfPhone(secret))));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(4);
});

test("a recovery code works once, however it is typed", async () => {
  const { codes } = await turnOn(await enter());
  expect(codes).toHaveLength(8);
  const code = (codes[0] ?? "").toLowerCase().replaceAll("-", " ");
  expect((await stepWith(code)).status).toBe(200);
  expect(await stepWith(code)).toMatchObject(REFUSED);
  expect((await stepWith(codes[1] ?? "")).status).toBe(200);
});

test("what is stored gives away neither secret nor recovery codes", async () => {
  const { secret, codes } = await turnOn(await enter());
  const kept = JSON.stringify(
    await Promise.all([secondFactors, recoveryCodes, auditLog].map((table) => factory.db.select().from(table))),
  );
  for (const text of [secret, ...codes, ...codes.map((code) => code.replaceAll("-", ""))])
    expect(kept).not.toContain(text);
  // Put in another person's row it opens nothing.
  await factory.db.update(secondFactors).set({ userId: factory.userIds.viewer });
  const other = server.caller();
  const login = { login: factory.login("viewer"), password: PASSWORD };
  const { challenge } = dataOf<{ challenge: string }>(await other.post("auth.login", login));
  expect(await other.post("auth.secondStep", { challenge, code: codeOfPhone(secret) })).toMatchObject(REFUSED);
});

test("ten wrong codes close the second step for a while, whoever has the password", async () => {
  const { secret } = await turnOn(await enter());
  const { caller, challenge } = await challenged();
  for (let n = 0; n < 10; n += 1)
    expect(await caller.post("auth.secondStep", { challenge, code: `00000${n}` })).toMatchObject(REFUSED);
  expect(await stepWith(codeOfPhone(secret))).toMatchObject(refusal(429, "RATE_LIMITED"));
});

test("a challenge is void after five minutes, and when the password is changed", async () => {
  const caller = await enter();
  const { secret } = await turnOn(caller);
  const old = await challenged();
  vi.setSystemTime(Date.now() + 5 * 60_000 + 20_000);
  const send = (challenge: string) => old.caller.post("auth.secondStep", { challenge, code: codeOfPhone(secret) });
  expect(await send(old.challenge)).toMatchObject(REFUSED);
  const { challenge } = await challenged();
  dataOf(await caller.post("auth.changePassword", { current: PASSWORD, next: "an-evening-outside" }));
  expect(await send(challenge)).toMatchObject(REFUSED);
  expect(await send("nonsense")).toMatchObject(REFUSED);
});

test("a wrong password starts nothing, a wrong code confirms nothing, and what is on is not started anew", async () => {
  const caller = await enter();
  expect(await caller.post("auth.startSecondFactor", { password: "wrong" })).toMatchObject({
    status: 422,
    body: { error: { data: { fields: { password: ["WRONG_PASSWORD"] } } } },
  });
  expect(await caller.post("auth.confirmSecondFactor", { code: "123456" })).toMatchObject(refusal(412, "WRONG_STATE"));
  await caller.post("auth.startSecondFactor", { password: PASSWORD });
  expect(await caller.post("auth.confirmSecondFactor", { code: "000000" })).toMatchObject({
    status: 422,
    body: { error: { data: { fields: { code: ["WRONG_CODE"] } } } },
  });
  // Nothing is asked at sign-in before it is confirmed.
  await enter();
  const { codes } = await turnOn(caller);
  const again = await caller.post("auth.startSecondFactor", { password: PASSWORD });
  expect(again).toMatchObject(refusal(412, "WRONG_STATE"));
  expect((await stepWith(codes[2] ?? "")).status).toBe(200);
});

test("turning it off, and new recovery codes, want password and code", async () => {
  const caller = await enter();
  const { secret, codes } = await turnOn(caller);
  for (const path of ["auth.stopSecondFactor", "auth.renewRecoveryCodes"]) {
    const wrong = { password: "wrong", code: codeOfPhone(secret) };
    expect(await caller.post(path, wrong)).toMatchObject(refusal(422, "WRONG_PASSWORD"));
    expect(await caller.post(path, { password: PASSWORD, code: "000000" })).toMatchObject(refusal(422, "WRONG_CODE"));
  }
  const renewed = await caller.post("auth.renewRecoveryCodes", { password: PASSWORD, code: codeOfPhone(secret) });
  const fresh = dataOf<{ recoveryCodes: readonly string[] }>(renewed).recoveryCodes;
  expect(await stepWith(codes[0] ?? "")).toMatchObject(REFUSED);
  dataOf(await caller.post("auth.stopSecondFactor", { password: PASSWORD, code: fresh[0] ?? "" }));
  expect(dataOf(await caller.get("auth.secondFactor"))).toMatchObject({ isOn: false, recoveryCodesLeft: 0 });
  await enter();
});

test("a master turns it off for somebody who lost the phone, which signs them out and is written down", async () => {
  const caller = await enter();
  await turnOn(caller);
  const master = await enter("master");
  const id = factory.userIds.employee;
  expect(dataOf(await master.get("users.signIn", { id }))).toMatchObject({ hasSecondFactor: true });
  expect((await caller.post("users.removeSecondFactor", { id })).status).toBe(403);
  for (const round of [1, 2])
    expect((await master.post("users.removeSecondFactor", { id })).status, `${round}`).toBe(200);
  expect((await caller.get("auth.me")).status).toBe(401);
  const lines = await factory.db.select().from(auditLog).where(eq(auditLog.action, "users.removeSecondFactor"));
  expect(lines).toHaveLength(1);
  await enter();
});

test("a link sets the password, and the second step stands all the same", async () => {
  const { secret } = await turnOn(await enter());
  const master = await enter("master");
  const { url } = dataOf<{ url: string }>(await master.post("users.reset", { id: factory.userIds.employee }));
  const caller = server.caller();
  const answer = await caller.post("auth.useLink", { token: url.split("#")[1], password: "an-evening-outside" });
  const { challenge } = dataOf<{ challenge: string }>(answer);
  expect(caller.cookie()).toBe("");
  dataOf(await caller.post("auth.secondStep", { challenge, code: codeOfPhone(secret) }));
  expect((await caller.get("auth.me")).status).toBe(200);
});
