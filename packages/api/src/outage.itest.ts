import { hashPassword } from "@storehouse/auth";
import { eq } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import {
  apiOptions,
  breakableWay,
  createTestService,
  type RunningServer,
  serveApi,
  type TestFactory,
} from "@storehouse/testing";
import type { Tenancy } from "@storehouse/tenancy";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeHandler } from "./http/make-handler.ts";

const PASSWORD = "a-walk-by-the-river";
const service = await createTestService(await hashPassword(PASSWORD));
const way = await breakableWay(service.installation.server.port);
let tenancy: Tenancy;
let factory: TestFactory;
let server: RunningServer;

beforeAll(async () => {
  factory = await service.factory("works");
  const url = new URL(service.installation.webUrl);
  url.host = `127.0.0.1:${way.port}`;
  url.search = "";
  await service.tenancy.central
    .update(factories)
    .set({ host: "127.0.0.1", port: way.port })
    .where(eq(factories.id, factory.record.id));
  tenancy = await service.openTenancy(url.href);
  server = await serveApi(makeHandler({ ...apiOptions(service), tenancy }));
});
afterAll(async () => {
  await server.close();
  await tenancy.close(0);
  await way.close();
  await service.drop();
});

test("while the database is away nobody is signed out, and all is well soon after it is back", async () => {
  const caller = server.caller();
  const login = { login: factory.login("master"), password: PASSWORD };
  expect((await caller.post("auth.login", login)).status).toBe(200);
  const cookie = caller.cookie();
  expect((await caller.get("auth.me")).status).toBe(200);

  await way.close();
  const startedAt = Date.now();
  const away = [
    await caller.get("auth.me"),
    await caller.get("users.list", {}),
    await server.caller().post("auth.login", login),
    await server.caller().get("factory.registration", { ticket: "A".repeat(43) }),
  ];
  // Past what the process remembers of the session.
  await sleep(5_500);
  away.push(await caller.get("auth.me"), await caller.post("auth.logout"));
  for (const answer of away) {
    expect(answer).toMatchObject({ status: 503, body: { error: { data: { failure: { code: "UNAVAILABLE" } } } } });
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(answer.text).not.toMatch(/ECONN|127\.0\.0\.1|select|mysql/i);
  }
  expect(Date.now() - startedAt).toBeLessThan(20_000);
  expect(caller.cookie()).toBe(cookie);

  await way.open();
  const backAt = Date.now();
  for (;;) {
    const answer = await caller.get("auth.me");
    if (answer.status === 200) break;
    expect(answer.status).toBe(503);
    expect(Date.now() - backAt).toBeLessThan(5_000);
    await sleep(100);
  }
  expect((await server.caller().post("auth.login", login)).status).toBe(200);
});
