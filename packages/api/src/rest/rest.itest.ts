import { hashPassword } from "@storehouse/auth";
import { count } from "@storehouse/db";
import { inventoryEntries } from "@storehouse/db/tenant";
import {
  type Answer,
  apiOptions,
  codeOfPhone,
  createTestService,
  populate,
  type Population,
  type RunningServer,
  serveApi,
  type TestFactory,
  times,
} from "@storehouse/testing";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeHandler } from "../http/make-handler.ts";

const PASSWORD = "a-walk-by-the-river";
const service = await createTestService(await hashPassword(PASSWORD));
let server: RunningServer;
let factory: TestFactory;
let at: Population;

beforeAll(async () => {
  factory = await service.factory("works");
  server = await serveApi(makeHandler(apiOptions(service)));
  const master = server.caller();
  await master.post("auth.login", { login: factory.login("master"), password: PASSWORD });
  at = await populate(master, "rest");
});
afterAll(async () => {
  await server.close();
  await service.drop();
});

type Call = { method?: string; body?: unknown; token?: string; headers?: Record<string, string> };

const rest = (path: string, { method = "GET", body, token, headers }: Call = {}): Promise<Answer> =>
  server.caller().send(`/api${path}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

async function bearer(role: "master" | "employee" = "master"): Promise<string> {
  const answer = await rest("/auth/login", {
    method: "POST",
    body: { login: factory.login(role), password: PASSWORD },
  });
  expect(answer).toMatchObject({ status: 200, body: { tokenType: "Bearer", username: role } });
  expect(answer.headers.getSetCookie()).toEqual([]);
  return (answer.body as { token: string }).token;
}

test("a program signs in for a token, uses it, and ends it", async () => {
  const token = await bearer();
  expect(await rest("/auth/me", { token })).toMatchObject({ status: 200, body: { username: "master" } });
  expect(await rest("/auth/logout", { token, method: "POST" })).toMatchObject({ status: 200 });
  expect(await rest("/auth/me", { token })).toMatchObject({
    status: 401,
    body: { error: { code: "UNAUTHORIZED", failure: { code: "NOT_SIGNED_IN" } } },
  });
});

test("a password alone gives a program no token where the second step is on", async () => {
  const recoveryCode = await turnSecondStepOn();
  const signIn = { method: "POST", body: { login: factory.login("viewer"), password: PASSWORD } };
  const answer = await rest("/auth/login", signIn);
  const { challenge, ...others } = answer.body as { challenge: string };
  expect(others).toEqual({});
  expect((await rest("/auth/me", { token: challenge })).status).toBe(401);
  const step = (code: string) => rest("/auth/second-step", { method: "POST", body: { challenge, code } });
  expect((await step("000000")).status).toBe(401);
  const passed = await step(recoveryCode);
  expect(passed).toMatchObject({ status: 200, body: { tokenType: "Bearer", username: "viewer" } });
  expect((await rest("/auth/me", { token: (passed.body as { token: string }).token })).status).toBe(200);
});

async function turnSecondStepOn(): Promise<string> {
  const viewer = server.caller();
  await viewer.post("auth.login", { login: factory.login("viewer"), password: PASSWORD });
  const started = await viewer.post("auth.startSecondFactor", { password: PASSWORD });
  const { secret } = (started.body as { result: { data: { secret: string } } }).result.data;
  const confirmed = await viewer.post("auth.confirmSecondFactor", { code: codeOfPhone(secret) });
  const { recoveryCodes } = (confirmed.body as { result: { data: { recoveryCodes: string[] } } }).result.data;
  return recoveryCodes[0] ?? "";
}

test.each(["garbage", "%E0%A4%A", "shk_abc", "eyJhbGciOiJub25lIn0.e30."])("%s is nobody's token", async (token) => {
  expect((await rest("/products", { token })).status).toBe(401);
});

test("lists answer plain JSON, filtered by the query and paged by it", async () => {
  const token = await bearer();
  const answer = await rest(`/inventory?limit=1&types=manual_in&productId=${at.productId}`, { token });
  expect(answer).toMatchObject({ status: 200, body: { rows: [{ productId: at.productId, quantity: "10" }] } });
  expect(await rest(`/products/${at.productId}`, { token })).toMatchObject({ body: { id: at.productId } });
  expect(await rest("/products?limit=0", { token })).toMatchObject({
    status: 400,
    body: { error: { code: "BAD_REQUEST", fields: { limit: ["TOO_SMALL"] } } },
  });
  expect(await rest(`/products/${randomUUID()}`, { token })).toMatchObject({
    status: 404,
    body: { error: { failure: { code: "NOT_FOUND", entity: "product" } } },
  });
});

test("an unknown path is not found, and a known one says which methods it has", async () => {
  expect(await rest("/nowhere")).toMatchObject({ status: 404, body: { error: { code: "NOT_FOUND" } } });
  const answer = await rest("/products", { method: "PUT", body: {} });
  expect(answer.status).toBe(405);
  expect(answer.headers.get("allow")).toBe("GET, POST");
});

test("an Idempotency-Key stands for the client's ids: sent three times at once, a booking is made once", async () => {
  const token = await bearer();
  const entries = async () => (await factory.db.select({ n: count() }).from(inventoryEntries))[0]?.n ?? 0;
  const before = await entries();
  const line = { variantId: at.variantId, locationId: at.locationId, quantity: "2" };
  const send = (quantity = "2") =>
    rest("/inventory", {
      method: "POST",
      token,
      headers: { "idempotency-key": "delivery 17" },
      body: { type: "manual_in", lines: [{ ...line, quantity }] },
    });
  const outcomes = await times(3, () => send());
  const answers = outcomes.map((outcome) => (outcome.status === "fulfilled" ? outcome.value : undefined));
  expect(answers.map((answer) => answer?.status)).toEqual([200, 200, 200]);
  expect(new Set(answers.map((answer) => answer?.text)).size).toBe(1);
  expect(await entries()).toBe(before + 1);
  expect(await send("3")).toMatchObject({ status: 409, body: { error: { failure: { code: "KEY_REUSED" } } } });
  expect(await entries()).toBe(before + 1);
});

test("a write without ids and without a key says which id is missing", async () => {
  const token = await bearer();
  expect(await rest("/inventory", { method: "POST", token, body: { type: "manual_in", lines: [] } })).toMatchObject({
    status: 400,
    body: { error: { fields: { clientId: ["ID_INVALID"] } } },
  });
});

async function newKey(scopes: readonly string[], expiresAt: string | null = null) {
  const token = await bearer();
  const body = { id: randomUUID(), name: "Till", scopes, expiresAt };
  const made = await rest("/api-keys", { method: "POST", token, body });
  expect(made).toMatchObject({ status: 200, body: { id: body.id, token: expect.stringMatching(/^shk_/) } });
  return { master: token, body, key: (made.body as { token: string }).token };
}

test("a key does what its scopes say and no more, and its secret is told once", async () => {
  const { key, master, body } = await newKey(["products.read", "inventory.post"]);
  expect((await rest("/products", { token: key })).status).toBe(200);
  expect(await rest("/inventory", { token: key })).toMatchObject({
    status: 403,
    body: { error: { failure: { code: "NOT_ALLOWED", permission: "inventory.read" } } },
  });
  expect((await rest("/auth/me", { token: key })).status).toBe(403);
  const again = await rest("/api-keys", { method: "POST", token: master, body });
  expect(again.body).toEqual({ id: body.id, token: null });
  const list = await rest("/api-keys", { token: master });
  expect(list.text).toContain(key.slice(-4));
  expect(list.text).not.toContain(key.slice(60));
});

test("a revoked key and one past its end are nobody's", async () => {
  const { key, master, body } = await newKey(["products.read"]);
  expect((await rest("/products", { token: key })).status).toBe(200);
  expect((await rest(`/api-keys/${body.id}/revoke`, { method: "POST", token: master, body: {} })).status).toBe(200);
  expect((await rest("/products", { token: key })).status).toBe(401);
  const past = { id: randomUUID(), name: "Old", scopes: ["products.read"], expiresAt: "2020-01-01T00:00:00Z" };
  expect(await rest("/api-keys", { method: "POST", token: master, body: past })).toMatchObject({
    status: 400,
    body: { error: { fields: { expiresAt: ["IN_THE_PAST"] } } },
  });
});

test("no key manages keys or people, and only a master makes one", async () => {
  const body = { id: randomUUID(), name: "Till", scopes: ["users.create"], expiresAt: null };
  const token = await bearer();
  expect((await rest("/api-keys", { method: "POST", token, body })).status).toBe(400);
  const employee = await bearer("employee");
  const modest = { ...body, scopes: ["products.read"] };
  expect((await rest("/api-keys", { method: "POST", token: employee, body: modest })).status).toBe(403);
});

test("a key that runs wild is told to wait", async () => {
  const { key } = await newKey(["products.read"]);
  const outcomes = await times(610, () => rest("/units", { token: key }));
  const statuses = outcomes.map((outcome) => (outcome.status === "fulfilled" ? outcome.value.status : 0));
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
  expect(statuses.filter((status) => status === 403).length).toBeGreaterThan(500);
});

test("the document describes every path, what it takes and who may call it", async () => {
  const { body } = await rest("/openapi.json");
  expect(body).toMatchObject({
    openapi: "3.1.0",
    paths: {
      "/api/inventory": {
        post: {
          operationId: "inventory.post",
          description: "Needs the permission inventory.post.",
          requestBody: {
            content: { "application/json": { schema: { required: expect.arrayContaining(["clientId"]) } } },
          },
        },
      },
      "/api/products/{id}": { get: { parameters: [{ name: "id", in: "path", required: true }] } },
      "/api/auth/login": { post: { security: [] } },
    },
  });
});
