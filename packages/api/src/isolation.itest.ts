import { hashPassword } from "@storehouse/auth";
import {
  type Answer,
  apiOptions,
  type Caller,
  createTestService,
  type Foreign,
  populate,
  type Population,
  type RunningServer,
  type SampleCall,
  sampleCalls,
  serveApi,
  signIn,
  type TestFactory,
} from "@storehouse/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";
import { procedureAt, procedurePaths } from "./procedure-at.ts";

const PASSWORD = "a-walk-by-the-river";
const MARK = "CANARY7Q";
const service = await createTestService(await hashPassword(PASSWORD));
let server: RunningServer;
let a: TestFactory;
let b: TestFactory;
let held: Population;

beforeAll(async () => {
  [a, b] = [await service.factory("alpha"), await service.factory("beta")];
  server = await serveApi(makeHandler(apiOptions(service)));
  held = await populate(await signedIn(a), MARK);
});
afterAll(async () => {
  await server.close();
  await service.drop();
});

const signedIn = (factory: TestFactory): Promise<Caller> => signIn(server, factory.login("master"), PASSWORD);

const call = (caller: Caller, path: string, { input }: SampleCall, headers?: Record<string, string>) =>
  procedureAt(path)?.type === "mutation" ? caller.post(path, input, headers) : caller.get(path, input, headers);

test("every procedure says who may call it and has a sample here", () => {
  const samples = sampleCalls(held);
  expect(procedurePaths.filter((path) => procedureAt(path)?.meta === undefined)).toEqual([]);
  expect(procedurePaths.filter((path) => samples[path] === undefined)).toEqual([]);
  expect(Object.keys(samples).filter((path) => procedureAt(path) === undefined)).toEqual([]);
});

test.each([...procedurePaths])("%s reaches nothing of another factory", async (path) => {
  const sample = sampleCalls(held)[path];
  if (sample === undefined) throw new Error(`${path} has no sample`);
  const before = await a.fingerprint();
  // Each carrier by which a client could try to name a factory.
  const answer = await call(await signedIn(b), path, sample, {
    "x-tenant": a.record.dbName,
    "x-factory": a.record.id,
    "x-forwarded-host": `${a.record.dbName}.example.com`,
  });
  const after = await a.fingerprint();

  expect(after).toBe(before);
  expect(answer.text).not.toContain(MARK);
  expect(answer.text).not.toContain(a.record.dbName);
  expect(JSON.stringify([...answer.headers])).not.toContain(a.record.dbName);
  expect(outcomeOf(answer)).toMatch(EXPECTED[sample.foreign]);
});

/** What the answer to a call about another factory's records may be. */
const EXPECTED: Readonly<Record<Foreign, RegExp>> = {
  missing: /^40[34]$/,
  empty: /^200 no rows$/,
  own: /^(200|400|404|409|412)/,
  refused: /^4/,
};

function outcomeOf({ status, body }: Answer): string {
  const { result } = body as { result?: { data: { rows?: unknown[] } } };
  return `${status}${result?.data.rows?.length === 0 ? " no rows" : ""}`;
}

test.each([...procedurePaths])("%s answers its own factory's master", async (path) => {
  const sample = sampleCalls(held)[path];
  if (sample === undefined) throw new Error(`${path} has no sample`);
  const answer = await call(await signedIn(a), path, sample);
  // Proves the samples: in their own factory they are found. Nobody has the ticket of a sign-up that was not made.
  const isUnknown = sample.foreign === "refused" || path === "factory.registration";
  expect(outcomeOf(answer), answer.text).toMatch(isUnknown ? /^4/ : /^(200|400|409|412|422)/);
});

test.each(["tenantId", "factoryId", "dbName", "factory", "db"])("an input can't name a factory by %s", async (key) => {
  const caller = await signedIn(b);
  const answer = await caller.get("locations.list", { [key]: a.record.dbName });
  expect(answer).toMatchObject({ status: 400, body: { error: { data: { fields: { [key]: ["UNKNOWN_FIELD"] } } } } });
  const inQuery = await caller.send(`/api/trpc/factory.current?${key}=${a.record.dbName}`, {
    headers: { cookie: `${caller.cookie()}; ${key}=${a.record.dbName}` },
  });
  expect(inQuery).toMatchObject({ status: 200, body: { result: { data: { dbName: b.record.dbName } } } });
});

test("calls of two factories mixed at random never meet", async () => {
  const callers = [
    { caller: await signedIn(a), dbName: a.record.dbName },
    { caller: await signedIn(b), dbName: b.record.dbName },
  ];
  const calls = Array.from({ length: 400 }, async (_, n) => {
    const { caller, dbName } = callers[Math.floor(Math.random() * 2)] ?? { caller: server.caller(), dbName: "" };
    // One in ten fails on its way.
    const [answer] = await Promise.all([
      caller.get("factory.current"),
      ...(n % 10 === 0 ? [caller.get("locations.get", { id: "nonsense" })] : []),
    ]);
    return { answer, dbName };
  });
  for (const { answer, dbName } of await Promise.all(calls)) {
    expect(answer).toMatchObject({ status: 200, body: { result: { data: { dbName } } } });
  }
});
