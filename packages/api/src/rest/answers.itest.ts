import { hashPassword } from "@storehouse/auth";
import {
  apiOptions,
  createTestService,
  populate,
  type Population,
  type RunningServer,
  sampleCalls,
  serveApi,
  type TestFactory,
} from "@storehouse/testing";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeHandler } from "../http/make-handler.ts";
import { openApi } from "./open-api.ts";
import type { Route } from "./route.ts";
import { ROUTES } from "./routes.ts";

const PASSWORD = "a-walk-by-the-river";
const service = await createTestService(await hashPassword(PASSWORD));
let server: RunningServer;
let factory: TestFactory;
let at: Population;
let token: string;

beforeAll(async () => {
  factory = await service.factory("answers");
  server = await serveApi(makeHandler(apiOptions(service)));
  const master = server.caller();
  await master.post("auth.login", { login: factory.login("master"), password: PASSWORD });
  at = await populate(master, "answers");
  token = await signIn();
});
afterAll(async () => {
  await server.close();
  await service.drop();
});

async function signIn(): Promise<string> {
  const body = JSON.stringify({ login: factory.login("master"), password: PASSWORD });
  const headers = { "content-type": "application/json" };
  const answer = await server.caller().send("/api/auth/login", { method: "POST", headers, body });
  return (answer.body as { token: string }).token;
}

type Schema = Record<string, unknown>;
type Operation = { responses: { 200: { content: { "application/json": { schema: Schema } } } } };
type Document = { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } };
const document = JSON.parse(JSON.stringify(openApi())) as Document;

/** Nothing may come that is not described: what a type does not name would otherwise slip out unseen. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (schema === null || typeof schema !== "object") return schema;
  const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strict(value)]));
  const isClosed = inside["type"] === "object" && inside["additionalProperties"] === undefined && !("allOf" in inside);
  return isClosed && inside["properties"] !== undefined ? { ...inside, additionalProperties: false } : inside;
}

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema({ $id: "doc", components: strict(document.components) } as Schema);
const compile = (schema: Schema) =>
  ajv.compile(JSON.parse(JSON.stringify(strict(schema)).replaceAll('"#/components', '"doc#/components')) as Schema);
const isRefusal = ajv.compile({ $ref: "doc#/components/schemas/Error" });

/** They speak of a backup and a copy of it, which no worker has made here: only their refusals are proven. */
const OF_A_COPY =
  /^backup\.(download|openSideCopy|sideCopy|closeSideCopy|switchTo|compare|differences|takeBack|undoTakeBack)$/;

/** Ends what the calls after it need: they come last. */
const LAST = [/\.archive/, /\.(remove|revoke)$/, /\.logout$/];
const order = ({ procedure }: Route): number => LAST.findIndex((last) => last.test(procedure));

/** What is counted in pieces is booked in whole ones. */
const inputOf = (procedure: string) =>
  JSON.parse(JSON.stringify(sampleCalls(at)[procedure]?.input ?? {}).replaceAll('"1.5"', '"1"')) as Schema;

/** As `call`, and once more from the version that an earlier call has left. */
async function callFresh(route: Route) {
  const answer = await call(route);
  const { error } = answer.body as { error?: { failure?: { code?: string; current?: { version?: number } } } };
  const version = error?.failure?.code === "STALE" ? error.failure.current?.version : undefined;
  return version === undefined ? answer : call(route, { version });
}

/** Sends a route its procedure's sample, as a program would. */
async function call({ method, path, procedure }: Route, changes: Record<string, unknown> = {}) {
  const input = { ...inputOf(procedure), ...changes };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(input[name]);
    delete input[name];
    return encodeURIComponent(value);
  });
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  if (method !== "GET") return server.caller().send(filled, { method, headers, body: JSON.stringify(input) });
  const query = new URLSearchParams(
    Object.entries(input).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return server.caller().send(`${filled}?${query.toString()}`, { method, headers });
}

test("every path answers what the document says, or refuses as it says", { timeout: 120_000 }, async () => {
  const wrong: string[] = [];
  const answered = new Set<string>();
  for (const route of ROUTES.toSorted((a, b) => order(a) - order(b))) {
    const { status, body, text } = await callFresh(route);
    const operation = document.paths[route.path]?.[route.method.toLowerCase()];
    const schema = operation?.responses[200].content["application/json"].schema ?? {};
    const check = status === 200 ? compile(schema) : isRefusal;
    if (!check(body))
      wrong.push(`${route.procedure} ${status}: ${ajv.errorsText(check.errors)} in ${text.slice(0, 300)}`);
    if (status === 200) answered.add(route.procedure);
  }
  expect(wrong).toEqual([]);
  const askable = ROUTES.map(({ procedure }) => procedure).filter((procedure) => !OF_A_COPY.test(procedure));
  const silent = askable.filter((procedure) => !answered.has(procedure));
  // Each of the others is proven by a real answer.
  expect(silent.length, silent.join(" ")).toBeLessThan(askable.length / 6);
});
