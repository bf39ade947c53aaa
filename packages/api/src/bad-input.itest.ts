import { hashPassword } from "@storehouse/auth";
import {
  apiOptions,
  type Answer,
  type Caller,
  createTestService,
  type Population,
  operatorCaller,
  populate,
  type RunningServer,
  sampleCalls,
  serveApi,
} from "@storehouse/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";
import { procedureAt, procedurePaths } from "./procedure-at.ts";

const PASSWORD = "a-walk-by-the-river";
const service = await createTestService(await hashPassword(PASSWORD));
const bugs: unknown[] = [];
let server: RunningServer;
let master: Caller;
let operator: Caller;
let held: Population;

beforeAll(async () => {
  const factory = await service.factory("works");
  server = await serveApi(
    makeHandler({
      ...apiOptions(service),
      registrationCaps: { perHour: 10_000, perAddressPerHour: 10_000 },
      onBug: (bug) => bugs.push(bug),
    }),
  );
  master = server.caller();
  await master.post("auth.login", { login: factory.login("master"), password: PASSWORD });
  held = await populate(master, "Sample");
  operator = await operatorCaller(service, server, { role: "OWNER" });
});
afterAll(async () => {
  await server.close();
  await service.drop();
});

/** JSON texts that stand in for a value: some can't be written by JSON.stringify. */
const HOSTILE: Readonly<Record<string, string>> = {
  infinity: "1e309",
  "minus infinity": "-1e309",
  zero: "0",
  negative: "-1",
  "not a whole number": "0.30000000000000004",
  "beyond exact numbers": "9007199254740993",
  "thirty decimals": '"1.123456789012345678901234567890"',
  "a written NaN": '"NaN"',
  "an exponent": '"1e3"',
  "a long text": JSON.stringify("x".repeat(100_000)),
  empty: '""',
  "a control character": '"a\\u0000b"',
  "a lone surrogate": '"a\\ud800b"',
  "four bytes": '"😀"',
  quoting: JSON.stringify("' OR 1=1 -- \\ `"),
  "a wildcard": '"%%%%%%%%"',
  truth: "true",
  null: "null",
  list: "[]",
  "list of lists": "[[[[]]]]",
  object: '{"$ne":1}',
  "a method": '{"toSqlString":"x","toString":1}',
  prototype: '{"__proto__":{"role":"master"},"constructor":{"prototype":{"role":"master"}}}',
};
// No field takes these, whatever it is for.
const NEVER: ReadonlySet<string> = new Set([
  "infinity",
  "minus infinity",
  "a long text",
  "a control character",
  "a lone surrogate",
  "a method",
  "object",
]);
const MARK = "«hostile»";

type Case = readonly [name: string, text: string];

/** The sample with one leaf after the other replaced by each hostile value. */
function* variations(input: unknown): Generator<Case> {
  for (const path of leaves(input, [])) {
    const text = JSON.stringify(replace(input, path, MARK));
    for (const [name, value] of Object.entries(HOSTILE))
      yield [`${path.join(".")}: ${name}`, text.replace(`"${MARK}"`, () => value)];
  }
  for (const [name, value] of Object.entries(HOSTILE)) yield [`whole: ${name}`, value];
}

function* leaves(value: unknown, path: readonly string[]): Generator<readonly string[]> {
  if (typeof value !== "object" || value === null) yield path;
  else for (const [key, inner] of Object.entries(value)) yield* leaves(inner, [...path, key]);
}

function replace(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((inner: unknown, n) => (String(n) === key ? replace(inner, rest, by) : inner));
  }
  const record = value as Record<string, unknown>;
  return { ...record, [key]: replace(record[key], rest, by) };
}

const send = (path: string, text: string): Promise<Answer> => {
  const { cookie } = path.startsWith("platform.") ? operator : master;
  const headers = { cookie: cookie(), origin: server.url, "content-type": "application/json" };
  return procedureAt(path)?.type === "mutation"
    ? master.copy().send(`/api/trpc/${path}`, { method: "POST", headers, body: text })
    : master.copy().send(`/api/trpc/${path}?input=${encodeURIComponent(text)}`, { headers });
};

const fieldsOf = ({ body }: Answer): unknown => (body as { error: { data: { fields: unknown } } }).error.data.fields;

const LEAK =
  /select |insert |update `|from `|\bER_[A-Z]|sqlMessage|Failed query|node_modules|\.ts:\d|at async|\bat [A-Z]\w+ \(/;

// They end the session that asks, or take none.
const fuzzed = procedurePaths.filter((path) => sampleCalls({} as Population)[path]?.input !== undefined);

test.each(fuzzed)("%s refuses what makes no sense, at the field, quickly", async (path) => {
  const times: number[] = [];
  const template = sampleCalls(held)[path]?.input;
  for (const [name, text] of variations(template)) {
    const startedAt = performance.now();
    const answer = await send(path, text);
    times.push(performance.now() - startedAt);
    const what = `${name} → ${answer.text.slice(0, 500)}`;
    expect(answer.status, what).toBeLessThan(500);
    expect(answer.text, what).not.toMatch(LEAK);
    expect(answer.status, what).toBeGreaterThanOrEqual(NEVER.has(name.split(": ")[1] ?? "") ? 400 : 200);
    // What is bad about the input is told at a field.
    expect(answer.status !== 400 || fieldsOf(answer) !== null, what).toBe(true);
    expect(({} as { role?: unknown }).role).toBeUndefined();
  }
  // The middle one, since other tests share the machine.
  expect(times.sort((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(1_000);
  expect(bugs).toEqual([]);
});

test.each(fuzzed)("%s takes no field it does not know", async (path) => {
  const input = sampleCalls(held)[path]?.input as object;
  const text = JSON.stringify(input).replace(/^\{/, '{"__proto__":{"role":"master"},"isAdmin":true,');
  const answer = await send(path, text);
  expect(answer.status).toBe(400);
  expect(answer.text).toContain("UNKNOWN_FIELD");
});

test.each(["{", "NaN", "{'a':1}", "\ufeff{}", "[1,]", "undefined"])("%j is not JSON", async (text) => {
  const answer = await send("locations.create", text);
  expect(answer).toMatchObject({
    status: 400,
    body: { error: { message: "Not JSON", data: { code: "PARSE_ERROR" } } },
  });
});

test("broken UTF-8 is refused", async () => {
  const headers = { cookie: master.cookie(), origin: server.url, "content-type": "application/json" };
  const body = Buffer.concat([Buffer.from('{"login":"'), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from('"}')]);
  const answer = await master.send("/api/trpc/auth.login", { method: "POST", headers, body });
  expect(answer).toMatchObject({ status: 400, body: { error: { data: { code: "PARSE_ERROR" } } } });
});

test("a large, a deep and a long request are refused quickly", async () => {
  const startedAt = performance.now();
  const large = await send("locations.create", JSON.stringify({ name: "x".repeat(2_000_000) }));
  expect(large).toMatchObject({ status: 413, body: { error: { data: { failure: { code: "TOO_LARGE" } } } } });
  const deep = await send("locations.create", "[".repeat(10_000) + "]".repeat(10_000));
  expect(deep.status).toBe(400);
  const paths = Array.from({ length: 11 }, () => "factory.current").join(",");
  const batch = await master
    .copy()
    .send(`/api/trpc/${paths}?batch=1&input=%7B%7D`, { headers: { cookie: master.cookie() } });
  expect(batch.status).toBe(400);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

test("a batch that writes is refused before its body is read, however it is spelt", async () => {
  for (const query of ["batch=1", "%62atch=1"]) {
    const answer = await master.copy().send(`/api/trpc/locations.create,locations.create?${query}`, {
      method: "POST",
      headers: { cookie: master.cookie(), "content-type": "application/json" },
      body: Buffer.from([0x7b, 0xff, 0x7d]),
    });
    expect(answer).toMatchObject({ status: 400, body: { error: { data: { code: "BAD_REQUEST" } } } });
  }
});

test("a batch of ten is one context, and answers each", async () => {
  const paths = Array.from({ length: 10 }, () => "factory.current").join(",");
  const batch = await master
    .copy()
    .send(`/api/trpc/${paths}?batch=1&input=%7B%7D`, { headers: { cookie: master.cookie() } });
  expect(batch.status).toBe(200);
  expect(batch.body).toHaveLength(10);
});

test.each(["nothing.here", "__proto__", "constructor", "auth", "auth.login,auth.me", "%E0%A4%A", "..%2f..%2fetc", ""])(
  "%j is no procedure",
  async (path) => {
    const answer = await master.copy().send(`/api/trpc/${path}`, { headers: { cookie: master.cookie() } });
    expect(answer.status).toBe(404);
    expect(answer.text).not.toMatch(LEAK);
  },
);

test("a query can't be posted and a mutation not got", async () => {
  expect((await master.copy().post("factory.current")).status).toBe(405);
  expect((await master.copy().get("auth.logout")).status).toBe(405);
  expect((await master.get("auth.me")).status).toBe(200);
});
