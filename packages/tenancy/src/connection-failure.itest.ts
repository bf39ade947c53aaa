import { findDriverError, sql } from "@storehouse/db";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type DatabaseAddress, parseDatabaseUrl } from "./database-url.ts";
import { type OpenPool, openPool } from "./open-pool.ts";
import { accountName } from "./provision/grants.ts";
import { asAdmin, createScratchFactory, type ScratchFactory } from "./scratch-factory.ts";
import { createScratchProxy } from "./scratch-proxy.ts";

const PATIENT = { timeout: 10_000 };
const adminUrl = process.env["TEST_DATABASE_URL"] ?? "";
let factory: ScratchFactory;
beforeAll(async () => {
  factory = await createScratchFactory(adminUrl);
});
afterAll(() => factory.drop());

function open(address: Partial<DatabaseAddress>, limit = 5): OpenPool {
  const pool = openPool({ ...factory.address, ...address }, limit);
  onTestFinished(pool.close);
  return pool;
}

/** The failure under what Drizzle wrapped around it. */
async function failureOf(work: PromiseLike<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return (
      (error as { failure?: unknown }).failure ?? (error as { cause?: { failure?: unknown } }).cause?.failure ?? error
    );
  }
  return "no failure";
}

const ask = (pool: OpenPool) => pool.handle.execute(sql`select 1`);
const AWAY = { code: "UNAVAILABLE", retryAfterSeconds: 2 };

test.each([
  ["nobody listens", { host: "127.0.0.1", port: 1, socketPath: undefined }],
  ["the socket is missing", { socketPath: "/nonexistent/mysqld.sock" }],
  ["the host is unknown", { host: "db.invalid", socketPath: undefined }],
  ["the password is wrong", { password: "wrong" }],
  ["the database is gone", { database: "no_such_database" }],
])("when %s, the caller is told to come back, not who he is", async (_, address) => {
  const pool = open(address);
  expect(await failureOf(ask(pool))).toEqual(AWAY);
  expect(await failureOf(pool.source.begin?.() ?? Promise.resolve())).toEqual(AWAY);
  expect(pool.load()).toEqual({ active: 0, idle: 0, queued: 0, limit: 5 });
});

test("when the user's connections are used up, the caller is told BUSY", async () => {
  await asAdmin(parseDatabaseUrl(adminUrl), [
    `ALTER USER ${accountName(factory.address.user)} WITH MAX_USER_CONNECTIONS 2`,
  ]);
  const [a, b] = [open({}, 2), open({}, 2)];
  const slow = Array.from({ length: 2 }, () => a.handle.execute(sql`select sleep(0.5)`));
  await expect.poll(() => a.load().idle + a.load().active, PATIENT).toBe(2);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await failureOf(ask(b))).toEqual({ code: "BUSY", retryAfterSeconds: 1 });
  await Promise.all(slow);
  await asAdmin(parseDatabaseUrl(adminUrl), [
    `ALTER USER ${accountName(factory.address.user)} WITH MAX_USER_CONNECTIONS 0`,
  ]);
  await a.close();
  expect(await failureOf(ask(b))).toBe("no failure");
});

test("a server that goes away in the middle is UNAVAILABLE, and one that is back serves again", async () => {
  const proxy = await createScratchProxy(factory.address);
  onTestFinished(proxy.close);
  const pool = open(proxy.address);
  const slow = failureOf(pool.handle.execute(sql`select sleep(5)`));
  await expect.poll(() => pool.load().active, PATIENT).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  proxy.cut();
  expect(await slow).toEqual(AWAY);
  expect(await failureOf(ask(pool))).toBe("no failure");
  expect(pool.load()).toMatchObject({ active: 0, idle: 1 });
});

test("a network that swallows is given up after ten seconds, and the pool recovers", async () => {
  const proxy = await createScratchProxy(factory.address);
  onTestFinished(proxy.close);
  const pool = open(proxy.address, 1);
  await ask(pool);
  proxy.freeze();
  const started = Date.now();
  const [running, queued] = await Promise.all([failureOf(ask(pool)), failureOf(ask(pool))]);
  expect(Date.now() - started).toBeLessThan(12_000);
  expect(running).toEqual(AWAY);
  expect(queued).toEqual({ code: "BUSY", retryAfterSeconds: 1 });
  proxy.thaw();
  expect(await failureOf(ask(pool))).toBe("no failure");
});

test("a server that takes a connection and says nothing is given up in a few seconds", async () => {
  const proxy = await createScratchProxy(factory.address);
  onTestFinished(proxy.close);
  proxy.freeze();
  const started = Date.now();
  expect(await failureOf(ask(open(proxy.address)))).toEqual(AWAY);
  expect(Date.now() - started).toBeLessThan(5_000);
});

test("what is wrong with a statement stays what it is", async () => {
  const pool = open({});
  const error = await pool.handle.execute(sql`select nonsense from nowhere`).catch((thrown: unknown) => thrown);
  expect(findDriverError(error)?.errno).toBe(1146);
});
