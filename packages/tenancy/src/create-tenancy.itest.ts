import { eq } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { identity, users } from "@storehouse/db/tenant";
import { setTimeout as sleep } from "node:timers/promises";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createTenancy, type Tenancy, type TenancyOptions } from "./create-tenancy.ts";
import type { FactoryRecord } from "./find-factory.ts";
import { parseKeys } from "./keys.ts";
import { quoteName } from "./provision/grants.ts";
import { provisionFactory } from "./provision/provision-factory.ts";
import { createScratchInstallation, type ScratchInstallation } from "./provision/scratch-installation.ts";

let here: ScratchInstallation;
const ids: Record<string, string> = {};
beforeAll(async () => {
  here = await createScratchInstallation(process.env["TEST_DATABASE_URL"] ?? "");
  for (const name of ["alpha", "beta", "gamma"]) {
    ids[name] = await here.request(name);
    await provisionFactory(here.provisioner, ids[name]);
  }
});
afterAll(() => here.drop());

async function make(options: Partial<TenancyOptions> = {}): Promise<Tenancy> {
  const tenancy = await createTenancy({ centralUrl: here.webUrl, keys: parseKeys(here.keys), budget: 40, ...options });
  onTestFinished(() => tenancy.close(100));
  return tenancy;
}

async function get(tenancy: Tenancy, name: string): Promise<FactoryRecord> {
  const found = await tenancy.findFactory(`${here.prefix}${name}`);
  if (found === undefined) throw new Error(`no factory ${name}`);
  return found;
}

/** Changes a factory's registry row for one test. */
async function change(name: string, values: Partial<typeof factories.$inferInsert>): Promise<void> {
  const id = ids[name] ?? "";
  const [before] = await here.web.db.select().from(factories).where(eq(factories.id, id));
  if (before === undefined) throw new Error(`no factory ${name}`);
  await here.provisioner.central.update(factories).set(values).where(eq(factories.id, id));
  onTestFinished(async () => {
    await here.provisioner.central.update(factories).set(before).where(eq(factories.id, id));
  });
}

async function whose(tenancy: Tenancy, name: string): Promise<string | undefined> {
  const { db, release } = await tenancy.openTenant(await get(tenancy, name));
  try {
    return (await db.select({ id: identity.factoryId }).from(identity))[0]?.id;
  } finally {
    release();
  }
}

test("a factory is found by its name and opened as its own user", async () => {
  const tenancy = await make();
  expect(await whose(tenancy, "alpha")).toBe(ids["alpha"]);
  expect(await whose(tenancy, "beta")).toBe(ids["beta"]);
  expect(await tenancy.findFactory(`${here.prefix}nobody`)).toBeUndefined();
  expect(await tenancy.findFactoryById(ids["alpha"] ?? "")).toMatchObject({
    dbName: `${here.prefix}alpha`,
    state: "READY",
  });
  expect(tenancy.stats()).toMatchObject({
    size: 2,
    hits: 0,
    misses: 2,
    evictions: 0,
    budget: { capacity: 40, taken: 10 },
  });
  expect(tenancy.stats().central).toMatchObject({ limit: 10, active: 0 });
});

test("without a budget, a process takes what the server has left when the operator, the worker and its own central pool are served", async () => {
  const [row] = await here.admin.rows<{ connections: number }>("select @@max_connections as connections");
  const most = Number(row?.connections);
  const operator = Math.max(10, Math.ceil(most / 10));
  const tenancy = await make({ budget: undefined });
  const { budget, central } = tenancy.stats();
  const worker = 10 + 10 + 4 + 6;
  expect(budget.capacity + central.limit + worker + operator).toBe(most);
});

test("a factory that is not ready is refused, asked for anew each time, and found the moment it is", async () => {
  const tenancy = await make();
  await change("gamma", { state: "MIGRATING" });
  await expect(whose(tenancy, "gamma")).rejects.toMatchObject({
    failure: { code: "FACTORY_NOT_READY", state: "MIGRATING" },
  });
  await change("gamma", { state: "READY" });
  expect(await whose(tenancy, "gamma")).toBe(ids["gamma"]);
});

test("suspension closes the pool and is seen by those who come after", async () => {
  const tenancy = await make();
  await whose(tenancy, "gamma");
  await change("gamma", { state: "SUSPENDED", suspendReason: "unpaid" });
  tenancy.closeFactory(ids["gamma"] ?? "");
  expect(tenancy.stats().size).toBe(0);
  await expect(whose(tenancy, "gamma")).rejects.toMatchObject({
    failure: { code: "FACTORY_SUSPENDED", reason: "unpaid" },
  });
});

test("a secret that was changed, or is another factory's, opens nothing and says why in the cause only", async () => {
  const tenancy = await make();
  const beta = await get(tenancy, "beta");
  await change("gamma", { secret: beta.secret });
  await expect(whose(tenancy, "gamma")).rejects.toMatchObject({
    failure: { code: "UNAVAILABLE" },
    message: "UNAVAILABLE",
    cause: { message: expect.stringMatching(/written for another factory/) as string },
  });
  expect(await whose(tenancy, "beta")).toBe(ids["beta"]);
});

test("a registry that names another factory's database is not believed", async () => {
  const strangers: unknown[] = [];
  const tenancy = await make({ onStranger: ({ factoryId, dbName }) => strangers.push([factoryId, dbName]) });
  await here.admin.run(`create database ${quoteName(`${here.prefix}fake`)}`);
  await here.admin.run(
    `create table ${quoteName(`${here.prefix}fake`)}.identity select * from ${quoteName(`${here.prefix}beta`)}.identity`,
  );
  const { dbUser } = await get(tenancy, "gamma");
  await here.admin.run(
    `grant select on ${quoteName(`${here.prefix}fake`.replaceAll("_", "\\_"))}.* to '${dbUser}'@'%'`,
  );
  await change("gamma", { dbName: `${here.prefix}fake` });
  await expect(whose(tenancy, "fake")).rejects.toMatchObject({ failure: { code: "UNAVAILABLE" } });
  expect(strangers).toEqual([[ids["gamma"], `${here.prefix}fake`]]);
});

test("one factory's missing database is that factory's trouble alone", async () => {
  const tenancy = await make();
  await change("gamma", { dbName: `${here.prefix}lost` });
  await expect(whose(tenancy, "lost")).rejects.toMatchObject({ failure: { code: "UNAVAILABLE" } });
  expect(await whose(tenancy, "alpha")).toBe(ids["alpha"]);
});

test("more people, more connections, at once; fewer people, fewer", async () => {
  const tenancy = await make();
  const factory = await get(tenancy, "alpha");
  const { db, release } = await tenancy.openTenant(factory);
  const limit = () => tenancy.stats().pools.find(({ factoryId }) => factoryId === factory.id)?.limit;
  expect(limit()).toBe(5);

  const now = new Date();
  const person = (index: number) => ({
    id: v7(),
    username: `p${index}`,
    name: "P",
    passwordHash: "x",
    role: "viewer",
    createdAt: now,
    updatedAt: now,
  });
  await db.insert(users).values(Array.from({ length: 8 }, (_, index) => person(index)));
  expect(await tenancy.resyncFactory(factory.id)).toEqual({ userCount: 9, maxConnections: 11 });
  expect(limit()).toBe(11);
  expect(await get(tenancy, "alpha")).toMatchObject({ userCount: 9, maxConnections: 11 });

  await db.update(users).set({ isActive: false }).where(eq(users.role, "viewer"));
  expect(await tenancy.resyncFactory(factory.id)).toEqual({ userCount: 1, maxConnections: 5 });
  expect(limit()).toBe(5);
  release();
  await change("alpha", { limits: { connections: 3 } });
  expect(await tenancy.resyncFactory(factory.id)).toEqual({ userCount: 1, maxConnections: 3 });
});

test("2,000 calls of two factories, interleaved, late and failing, never see the other's", async () => {
  const tenancy = await make();
  const mixed: string[] = [];
  let failed = 0;
  async function call(index: number): Promise<void> {
    const name = index % 2 === 0 ? "alpha" : "beta";
    const { db, release } = await tenancy.openTenant(await get(tenancy, name));
    try {
      await sleep(Math.random() * 10);
      if (index % 10 === 0) await db.source.prepared("select nonsense", []);
      const [row] = await db.select({ id: identity.factoryId }).from(identity);
      if (row?.id !== ids[name]) mixed.push(name);
    } catch {
      failed += 1;
    } finally {
      release();
    }
  }
  for (let start = 0; start < 2_000; start += 100) {
    await Promise.all(Array.from({ length: 100 }, (_, index) => call(start + index)));
  }
  expect({ mixed, failed }).toEqual({ mixed: [], failed: 200 });
});

test("a central database that is away is UNAVAILABLE", async () => {
  const nowhere = new URL(here.webUrl);
  nowhere.port = "1";
  nowhere.search = "";
  const options = { centralUrl: nowhere.href, keys: parseKeys(here.keys) };
  await expect(createTenancy(options)).rejects.toMatchObject({ failure: { code: "UNAVAILABLE" } });
});
