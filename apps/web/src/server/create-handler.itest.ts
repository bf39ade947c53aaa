import { type Api, makeHandler, procedureAt, procedurePaths } from "@storehouse/api";
import { hashPassword } from "@storehouse/auth";
import { readServiceFigures } from "@storehouse/tenancy";
import {
  apiOptions,
  type Caller,
  createTestService,
  type RunningServer,
  serve,
  type TestFactory,
} from "@storehouse/testing";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHandler } from "./create-handler.ts";
import { createMetrics } from "./metrics.ts";

const METRICS_TOKEN = "a-token-of-the-collector";
const PASSWORD = "a-walk-by-the-river";
const service = await createTestService(await hashPassword(PASSWORD));
const lines: string[] = [];
let isReady = true;
let server: RunningServer;
let factory: TestFactory;
let master: Caller;

beforeAll(async () => {
  factory = await service.factory("works");
  const metrics = createMetrics({
    poolStats: service.tenancy.stats,
    liveStats: () => api.liveStats(),
    serviceFigures: () => readServiceFigures(service.tenancy.central),
  });
  const api: Api = makeHandler({ ...apiOptions(service), onCall: metrics.call });
  let listener: ReturnType<typeof createHandler> = () => undefined;
  server = await serve((req, res) => listener(req, res));
  listener = createHandler({
    api,
    pages: async (req, res) => {
      res.setHeader("content-type", "text/html");
      res.end(JSON.stringify(req.headers));
    },
    readiness: async () => ({ isReady, central: "up", servers: { up: isReady ? 1 : 0, of: 1 } }),
    metrics,
    metricsToken: METRICS_TOKEN,
    publicUrl: new URL(server.url),
    isDevelopment: false,
    log: pino({ level: "info" }, { write: (line: string) => lines.push(line) }),
  });
  master = server.caller();
  await master.post("auth.login", { login: factory.login("master"), password: PASSWORD });
});
afterAll(async () => {
  await server.close();
  await service.drop();
});

const streams = procedurePaths.filter((path) => procedureAt(path)?.type === "subscription");
const mutations = procedurePaths.filter((path) => procedureAt(path)?.type === "mutation");
const CONTENT_TYPES = [
  "application/json",
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "application/octet-stream",
];
const ORIGINS: Readonly<Record<string, Record<string, string>>> = {
  evil: { origin: "https://evil.example" },
  "evil, told by the browser": { "sec-fetch-site": "cross-site" },
  "a neighbour": { "sec-fetch-site": "same-site" },
  null: { origin: "null" },
  missing: {},
};

test.each(mutations)("no other site can make a browser call %s", async (path) => {
  const before = await factory.fingerprint();
  for (const [name, headers] of Object.entries(ORIGINS)) {
    for (const type of CONTENT_TYPES) {
      const answer = await master.copy().send(`/api/trpc/${path}`, {
        method: "POST",
        headers: { ...headers, cookie: master.cookie(), "content-type": type },
        body: "{}",
      });
      expect(answer.status, `${name} ${type}`).toBe(403);
      expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    }
  }
  for (const type of CONTENT_TYPES.slice(1)) {
    const headers = { origin: server.url, cookie: master.cookie(), "content-type": type };
    const answer = await master.copy().send(`/api/trpc/${path}`, { method: "POST", headers, body: "{}" });
    expect(answer.status, type).toBe(415);
  }
  expect(await factory.fingerprint()).toBe(before);
});

test("from our own pages, as JSON, every mutation is let through to be judged by itself", async () => {
  for (const path of mutations) {
    const headers = { origin: server.url, "content-type": "application/json" };
    const answer = await server.caller().send(`/api/trpc/${path}`, { method: "POST", headers, body: "{}" });
    const isOpen = "isPublic" in (procedureAt(path)?.meta ?? {});
    // Who is not in as support leaves nothing, and is told nothing.
    expect(answer.status, path).toBe(path === "support.leave" ? 200 : isOpen ? 400 : 401);
  }
});

test("the console's path answers the console's procedures alone, behind the same door", async () => {
  const post = (path: string, headers: Record<string, string>) =>
    master.copy().send(path, { method: "POST", headers: { cookie: master.cookie(), ...headers }, body: "{}" });
  const json = { "content-type": "application/json" };
  for (const headers of Object.values(ORIGINS)) {
    expect((await post("/operator/api/platform.suspend", { ...json, ...headers })).status).toBe(403);
  }
  const own = { ...json, origin: server.url };
  expect((await post("/operator/api/platform.suspend", { ...own, "content-type": "text/plain" })).status).toBe(415);
  expect((await post("/operator/api/platform.suspend", own)).status).toBe(401);
  expect((await post("/operator/api/platform.login", own)).status).toBe(400);
  for (const path of ["auth.logout", "platform.me,auth.me", "platform", "", "../trpc/auth.logout"]) {
    expect((await post(`/operator/api/${path}`, own)).status, path).not.toBe(200);
  }
  expect((await master.get("auth.me")).status).toBe(200);
});

test("a mutation can't be got, overridden or sent by another method", async () => {
  const headers = { cookie: master.cookie(), origin: server.url };
  expect((await master.copy().send("/api/trpc/auth.logout", { headers })).status).toBe(405);
  for (const method of ["PUT", "PATCH", "DELETE"]) {
    expect((await master.copy().send("/api/trpc/auth.logout", { method, headers })).status).toBe(405);
  }
  expect((await master.get("auth.me")).status).toBe(200);
});

test("the REST paths stand behind the same door", async () => {
  const write = { cookie: master.cookie(), "content-type": "application/json" };
  const send = (path: string, method: string, headers: Record<string, string>) =>
    master.copy().send(path, { method, headers, body: "{}" });
  const before = await factory.fingerprint();
  for (const headers of Object.values(ORIGINS)) {
    expect((await send("/api/units", "POST", { ...write, ...headers })).status).toBe(403);
  }
  const own = { ...write, origin: server.url };
  expect((await send("/api/units", "POST", { ...own, "content-type": "text/plain" })).status).toBe(415);
  expect((await send("/api/units", "DELETE", own)).status).toBe(405);
  expect((await send("/api/units", "POST", own)).status).toBe(400);
  expect((await send("/api/alerts/none/resolve", "PATCH", own)).status).toBe(400);
  expect((await master.copy().send("/api", {})).body).toMatchObject({ openapi: "/api/openapi.json" });
  expect((await master.copy().send("/apis", {})).text).toContain("x-nonce");
  expect(await factory.fingerprint()).toBe(before);
});

test.each(["factory.current", ...streams])("another site's stream of %s is refused", async (path) => {
  for (const [name, from] of Object.entries(ORIGINS)) {
    const headers = { ...from, cookie: master.cookie(), accept: "text/event-stream" };
    const answer = await master.copy().send(`/api/trpc/${path}`, { headers });
    expect(answer.status, name).toBe(403);
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    // What is not asked for as a stream is not given as one.
    const asData = await master.copy().send(`/api/trpc/${path}`, { headers: { ...from, cookie: master.cookie() } });
    expect(asData.headers.get("content-type"), name).toBe("application/json");
  }
});

test("our own pages are let through, by either header", async () => {
  expect(
    (await master.post("auth.updateProfile", { version: 99, name: "M" }, { "sec-fetch-site": "same-origin" })).status,
  ).toBe(409);
  expect((await master.post("auth.updateProfile", { version: 99, name: "M" })).status).toBe(409);
});

test("every answer carries the headers that keep a browser in its lane", async () => {
  for (const path of ["/", "/health", "/api/trpc/factory.current", "/nothing", "/_next/image?url=x"]) {
    const { headers } = await master.copy().send(path, { headers: { cookie: master.cookie() } });
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("cache-control"), path).toBe("private, no-store");
    expect(headers.get("cross-origin-opener-policy"), path).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy"), path).toBe("same-origin");
    expect(headers.get("x-request-id"), path).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get("x-powered-by"), path).toBeNull();
  }
});

test("each page has a nonce of its own, told to Next and in no outsider's hand", async () => {
  const nonces = new Set<string>();
  for (let n = 0; n < 3; n += 1) {
    const forged = { "x-nonce": "forged", "content-security-policy": "script-src *" };
    const { headers, body } = await server.caller().send("/", { headers: forged });
    const policy = headers.get("content-security-policy") ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("'unsafe-eval'");
    expect(body).toMatchObject({ "x-nonce": nonce, "content-security-policy": policy });
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

test("what Next's parts tell each other is not taken from outside", async () => {
  const headers = {
    "x-middleware-subrequest": "middleware:middleware:middleware",
    "x-nextjs-data": "1",
    "x-invoke-path": "/admin",
    "x-forwarded-host": "evil.example",
    rsc: "1",
  };
  const { body } = await server.caller().send("/", { headers });
  expect(Object.keys(body as object).filter((name) => /^x-(middleware|nextjs|invoke)/.test(name))).toEqual([]);
  expect(body).toMatchObject({ rsc: "1", "x-forwarded-host": new URL(server.url).host });
  const action = await server
    .caller()
    .send("/", { method: "POST", headers: { "next-action": "x", origin: server.url } });
  expect(action.status).toBe(404);
  expect((await server.caller().send("/_next/image?url=/x.png&w=64&q=75", {})).status).toBe(404);
});

const raw = (head: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname, () => socket.write(head));
    let text = "";
    socket.on("data", (data) => (text += data.toString()));
    socket.on("close", () => resolve(text));
    socket.on("error", reject);
    setTimeout(() => socket.destroy(), 1_000);
  });

test.each([
  "GET http://169.254.169.254/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
  "GET //evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
  "GET /\\evil HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
])("%j asks for a proxy and gets none", async (head) => {
  expect(await raw(head)).toMatch(/^HTTP\/1\.1 400/);
});

test("a body beyond the limit is refused before it is read", async () => {
  const startedAt = performance.now();
  const answer = await master.copy().post("locations.create", { name: "x".repeat(1_500_000) });
  expect(answer).toMatchObject({ status: 413, body: { error: { data: { failure: { code: "TOO_LARGE" } } } } });
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  // A sheet may be larger than any other request; what it holds is judged by its own rules.
  const content = { kind: "text", text: `code,name\n${"x".repeat(2_000_000)}` };
  expect((await master.copy().post("imports.upload", { id: "x", fileName: "a", content })).status).toBe(400);
});

test("ready says whether the database answers, health only that the process does", async () => {
  expect((await server.caller().send("/ready", {})).status).toBe(200);
  isReady = false;
  const answer = await server.caller().send("/ready", {});
  expect(answer).toMatchObject({
    status: 503,
    body: { status: "unavailable", central: "up", servers: { up: 0, of: 1 } },
  });
  expect(answer.headers.get("retry-after")).toBe("2");
  expect((await server.caller().send("/health", {})).status).toBe(200);
  isReady = true;
});

test("the log is a line of JSON per request, with the path and nothing of what was asked", async () => {
  lines.length = 0;
  await master.copy().get("products.list", { search: "SECRETCANARY" });
  await master.copy().send("/x%0a%1b[31m?q=SECRETCANARY", {});
  await expect.poll(() => lines.length).toBe(2);
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ method: "GET", msg: "request" });
  expect(lines.join("")).not.toContain("SECRETCANARY");
  expect(lines.join("")).not.toContain(master.cookie());
});

test("the figures are for who shows the token, and name no factory and nobody", async () => {
  await master.copy().get("products.list", {});
  await master.copy().get("products.list", { limit: -1 });
  for (const authorization of ["", "Bearer ", "Bearer a-token-of-the-collectoR", METRICS_TOKEN]) {
    expect((await master.copy().send("/metrics", { headers: { authorization } })).status).toBe(404);
  }
  const { status, text } = await server
    .caller()
    .send("/metrics", { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
  expect(status).toBe(200);
  const counted = (outcome: string): RegExp =>
    new RegExp(`^storehouse_procedure_seconds_count{procedure="products.list",outcome="${outcome}"} [1-9]`, "m");
  expect(text).toMatch(counted("ok"));
  expect(text).toMatch(counted("refused"));
  expect(text).toMatch(/^storehouse_connections{database="factories",state="limit"} [1-9]/m);
  expect(text).toMatch(/^storehouse_pool_events{event="miss"} [1-9]/m);
  expect(text).toMatch(/^storehouse_requests_total{kind="trpc",status="4xx"} [1-9]/m);
  expect(text).toMatch(/^storehouse_central_up 1/m);
  expect(text).toMatch(/^storehouse_factories{state="READY"} 1/m);
  for (const name of dashboardMetrics()) expect(text, name).toMatch(new RegExp(`^# TYPE ${name} `, "m"));
  expect(text).not.toContain(factory.record.dbName);
});

/** Every metric that the dashboard in docs asks for; a histogram is asked for by its parts. */
function dashboardMetrics(): readonly string[] {
  const file = new URL("../../../../docs/grafana-dashboard.json", import.meta.url);
  const names = readFileSync(file, "utf8").match(/\bstorehouse_[a-z_]+/g) ?? [];
  expect(names.length).toBeGreaterThan(15);
  return [...new Set(names.map((name) => name.replace(/_(bucket|count|sum)$/, "")))];
}
