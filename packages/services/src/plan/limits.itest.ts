import { count } from "@storehouse/db";
import { auditLog, countLocks, locations, products, users } from "@storehouse/db/tenant";
import { DomainError, type Failure, type Limits, UNLIMITED } from "@storehouse/domain";
import { createTestTenant, isRefused, patiently, type TestTenant, times } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import type { TenantContext } from "../context.ts";
import { ended, importAll, outlive, upload } from "../import/run-whole-import.fixture.ts";
import { commitImport } from "../import/commit-import.ts";
import { archiveLocation, createLocation } from "../location/index.ts";
import { archiveProduct } from "../product/archive-product.ts";
import { createProduct } from "../product/create-product.ts";
import { newProduct, unitId } from "../product/new-product.fixture.ts";
import { loadSample } from "../sample/load-sample.ts";
import { createUser } from "../user/create-user.ts";
import { updateUser } from "../user/update-user.ts";

const accounts = {
  assertUsable: () => undefined,
  hashPassword: () => Promise.resolve("a hash"),
  verifyPassword: () => Promise.resolve(true),
  forgetPerson: () => undefined,
  peopleChanged: () => Promise.resolve(),
};

const within = (ctx: TenantContext, limits: Partial<Limits>): TenantContext => ({
  ...ctx,
  allowance: { ...UNLIMITED, plan: "narrow", limits: { ...UNLIMITED.limits, ...limits } },
});
const place = () => ({ id: v7(), name: `Place ${v7()}`, type: "WAREHOUSE" as const, siteId: null });
const person = () => ({ id: v7(), username: `p${v7()}`, name: "P", email: null, role: "employee" });

async function rows(tenant: TestTenant, table: typeof users | typeof products | typeof locations | typeof auditLog) {
  const [row] = await tenant.db.select({ count: count() }).from(table);
  return row?.count;
}

const failureOf = (work: Promise<unknown>): Promise<Failure | undefined> =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof DomainError ? error.failure : Promise.reject(error)),
  );

test("twenty at once find room for five: never one more, whatever is counted", async () => {
  await using tenant = await createTestTenant();
  const unit = await unitId(tenant.ctx());
  const ctx = within(tenant.ctx(), { users: 9, products: 5, locations: 5 });
  const tries = {
    users: await times(20, () => patiently(() => createUser(ctx, accounts, person()))),
    products: await times(20, () => patiently(() => createProduct(ctx, newProduct(unit)))),
    locations: await times(20, () => patiently(() => createLocation(ctx, place()))),
  };
  for (const outcomes of Object.values(tries)) {
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    expect(outcomes.filter(isRefused("LIMIT_REACHED"))).toHaveLength(15);
  }
  // The four people of a test's factory were there before.
  expect(await rows(tenant, users)).toBe(9);
  expect(await rows(tenant, products)).toBe(5);
  expect(await rows(tenant, locations)).toBe(5);
  expect(await rows(tenant, auditLog)).toBe(15);
});

test("the refusal names what, how many there are and how many may be; sent again after the limit was met, a request answers as before", async () => {
  await using tenant = await createTestTenant();
  const ctx = within(tenant.ctx(), { locations: 1 });
  const first = place();
  await createLocation(ctx, first);
  expect(await failureOf(createLocation(ctx, place()))).toEqual({
    code: "LIMIT_REACHED",
    limit: "locations",
    used: 1,
    allowed: 1,
  });
  expect(await createLocation(ctx, first)).toEqual({ id: first.id });
});

test("what is out of use is not counted, and comes back only where there is room", async () => {
  await using tenant = await createTestTenant();
  const ctx = within(tenant.ctx(), { users: 4, products: 1, locations: 1 });
  const [a, b] = [place(), newProduct(await unitId(ctx))];
  await createLocation(ctx, a);
  await archiveLocation(ctx, { id: a.id, version: 1, isArchived: true });
  await createLocation(ctx, place());
  expect(await failureOf(archiveLocation(ctx, { id: a.id, version: 2, isArchived: false }))).toMatchObject({ used: 1 });
  await createProduct(ctx, b);
  await archiveProduct(ctx, { id: b.id, version: 1, isArchived: true });
  await createProduct(ctx, newProduct(b.baseUnitId));
  expect(await failureOf(archiveProduct(ctx, { id: b.id, version: 2, isArchived: false }))).toMatchObject({ used: 1 });
  const viewer = { id: tenant.userIds.viewer, name: "V", email: null, role: "viewer" };
  await updateUser(ctx, accounts, { ...viewer, version: 1, isActive: false });
  await createUser(ctx, accounts, person());
  expect(await failureOf(updateUser(ctx, accounts, { ...viewer, version: 2, isActive: true }))).toMatchObject({
    limit: "users",
    used: 4,
    allowed: 4,
  });
});

test("a sheet and the sample go in whole or not at all", async () => {
  await using tenant = await createTestTenant();
  const wide = tenant.ctx();
  const ctx = within(wide, { products: 2, locations: 2 });
  const sheet = (codes: readonly string[]) =>
    `Code,Name,Unit,Quantity,Cost,Location\n${codes.map((code) => `${code},${code},pcs,1,1,Main store`).join("\n")}\n`;
  const plan = await upload(ctx, sheet(["A", "B", "C"]));
  expect(await failureOf(commitImport(ctx, outlive, plan))).toMatchObject({ limit: "products", used: 0, allowed: 2 });
  expect(await rows(tenant, products)).toBe(0);
  expect((await importAll(ctx, sheet(["A", "B"]))).state).toBe("DONE");
  expect(await failureOf(loadSample(within(wide, { products: 3 }), { id: v7() }))).toMatchObject({ code: "IN_USE" });
  await using other = await createTestTenant();
  const narrow = within(other.ctx(), { products: 3 });
  expect(await failureOf(loadSample(narrow, { id: v7() }))).toMatchObject({ limit: "products", used: 0, allowed: 3 });
  expect(await rows(other, products)).toBe(0);
});

test("a sheet that was let in stops at the end when others took the room meanwhile, and says so", async () => {
  await using tenant = await createTestTenant();
  const unit = await unitId(tenant.ctx());
  const ctx = within(tenant.ctx(), { products: 6 });
  const plan = await upload(ctx, "Code,Name,Unit\nA,A,pcs\nB,B,pcs\nC,C,pcs\nD,D,pcs\n");
  const [outcomes] = await Promise.all([
    times(6, () => patiently(() => createProduct(ctx, newProduct(unit)))),
    commitImport(ctx, outlive, plan).catch(() => undefined),
  ]);
  const { state, error } = await ended(ctx, plan.id);
  const made = outcomes.filter(({ status }) => status === "fulfilled").length;
  const total = made + (state === "DONE" ? 4 : 0);
  expect(await rows(tenant, products)).toBe(total);
  expect(total).toBeLessThanOrEqual(6);
  expect(state === "FAILED" ? error : "Your plan allows 6 products").toContain("Your plan allows 6 products");
});

test("where the plan can't be read nothing that is counted is added; without a limit nobody waits for anybody", async () => {
  await using tenant = await createTestTenant();
  const blind = { ...tenant.ctx(), allowance: null };
  expect(await failureOf(createLocation(blind, place()))).toMatchObject({ code: "UNAVAILABLE" });
  await createLocation(tenant.ctx(), place());
  expect(await tenant.db.select().from(countLocks)).toEqual([]);
});
