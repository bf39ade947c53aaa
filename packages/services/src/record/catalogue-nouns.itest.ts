import { count, eq } from "@storehouse/db";
import { auditLog } from "@storehouse/db/tenant";
import { DomainError, type Failure } from "@storehouse/domain";
import { createTestTenant, isRefused, type TestTenant, times } from "@storehouse/testing";
import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import type { TenantContext } from "../context.ts";
import { archiveLocation, createLocation, getLocation, listLocations, updateLocation } from "../location/index.ts";
import {
  archiveSubcategory,
  createSubcategory,
  getSubcategory,
  listSubcategories,
  updateSubcategory,
} from "../subcategory/index.ts";
import { archiveSupplier, createSupplier, getSupplier, listSuppliers, updateSupplier } from "../supplier/index.ts";

const place = (name: string) => ({ name, type: "WAREHOUSE" as const, siteId: null });
const group = (name: string) => ({ name, category: "raw" as const });
const firm = (name: string) => ({
  name,
  contact: "A. Person",
  phone: null,
  email: "a@b.example",
  address: "Line 1\nLine 2",
  taxNumber: null,
});
const all = { search: null, isArchived: false, limit: 50 };

type Row = Readonly<{ id: string; name: string; version: number; isArchived: boolean }>;
/** The three nouns as one: what is promised of one is promised of each. */
type Noun = Readonly<{
  name: string;
  create: (ctx: TenantContext, id: string, name: string) => Promise<{ id: string }>;
  update: (ctx: TenantContext, id: string, version: number, name: string) => Promise<{ version: number }>;
  archive: (ctx: TenantContext, id: string, version: number, isArchived: boolean) => Promise<{ version: number }>;
  get: (ctx: TenantContext, id: string) => Promise<Row>;
  list: (
    ctx: TenantContext,
    input: { search?: string; isArchived?: boolean; limit?: number; after?: string },
  ) => Promise<{ rows: readonly Row[]; next?: string }>;
}>;

const NOUNS: readonly Noun[] = [
  {
    name: "location",
    create: (ctx, id, name) => createLocation(ctx, { id, ...place(name) }),
    update: (ctx, id, version, name) => updateLocation(ctx, { id, version, ...place(name) }),
    archive: (ctx, id, version, isArchived) => archiveLocation(ctx, { id, version, isArchived }),
    get: (ctx, id) => getLocation(ctx, { id }),
    list: (ctx, input) => listLocations(ctx, { ...all, ...input }),
  },
  {
    name: "subcategory",
    create: (ctx, id, name) => createSubcategory(ctx, { id, ...group(name) }),
    update: (ctx, id, version, name) => updateSubcategory(ctx, { id, version, ...group(name) }),
    archive: (ctx, id, version, isArchived) => archiveSubcategory(ctx, { id, version, isArchived }),
    get: (ctx, id) => getSubcategory(ctx, { id }),
    list: (ctx, input) => listSubcategories(ctx, { ...all, ...input }),
  },
  {
    name: "supplier",
    create: (ctx, id, name) => createSupplier(ctx, { id, ...firm(name) }),
    update: (ctx, id, version, name) => updateSupplier(ctx, { id, version, ...firm(name) }),
    archive: (ctx, id, version, isArchived) => archiveSupplier(ctx, { id, version, isArchived }),
    get: (ctx, id) => getSupplier(ctx, { id }),
    list: (ctx, input) => listSuppliers(ctx, { ...all, ...input }),
  },
];

async function auditLines(tenant: TestTenant): Promise<number> {
  const [row] = await tenant.db.select({ lines: count() }).from(auditLog);
  return row?.lines ?? 0;
}

/** The failure a promise rejects with. */
const failureOf = (work: Promise<unknown>): Promise<Failure | undefined> =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof DomainError ? error.failure : Promise.reject(error)),
  );

describe.each(NOUNS)("$name", ({ name: entity, create, update, archive, get, list }) => {
  test("is made, changed, archived and taken back, with an audit line each", async () => {
    await using tenant = await createTestTenant();
    const ctx = tenant.ctx();
    const id = v7();
    await create(ctx, id, "First");
    expect(await update(ctx, id, 1, "Second")).toEqual({ version: 2 });
    expect(await archive(ctx, id, 2, true)).toEqual({ version: 3 });
    expect(await get(ctx, id)).toMatchObject({ id, name: "Second", version: 3, isArchived: true });
    expect((await list(ctx, {})).rows).toEqual([]);
    expect((await list(ctx, { isArchived: true })).rows.map((row) => row.id)).toEqual([id]);
    expect(await archive(ctx, id, 3, false)).toEqual({ version: 4 });
    const lines = await tenant.db.select().from(auditLog).where(eq(auditLog.entityId, id)).orderBy(auditLog.id);
    expect(lines.map((line) => line.entity)).toEqual([entity, entity, entity, entity]);
    expect(lines[1]).toMatchObject({ before: { name: "First" }, after: { name: "Second" }, actorName: "The master" });
    expect(lines[2]).toMatchObject({ before: { isArchived: false }, after: { isArchived: true } });
  });

  test("each write sent twice does it once and answers the same", async () => {
    await using tenant = await createTestTenant();
    const ctx = tenant.ctx();
    const id = v7();
    const twice = async (work: () => Promise<unknown>) => expect(await work()).toEqual(await work());
    await twice(() => create(ctx, id, "First"));
    await twice(() => update(ctx, id, 1, "Second"));
    await twice(() => archive(ctx, id, 2, true));
    expect(await auditLines(tenant)).toBe(3);
    // The first request may come again long after: it still speaks of what it made, not of what became of it.
    expect(await create(ctx, id, "First")).toEqual({ id });
    expect(await failureOf(create(ctx, id, "Other"))).toEqual({ code: "KEY_REUSED", clientId: id });
  });

  test("the same request eight times at once makes one", async () => {
    await using tenant = await createTestTenant();
    const id = v7();
    const outcomes = await times(8, () => create(tenant.ctx(), id, "First"));
    expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
    expect((await list(tenant.ctx(), {})).rows).toHaveLength(1);
    expect(await auditLines(tenant)).toBe(1);
  });

  test("20 parallel creates of one name: one is made and 19 read which field is taken", async () => {
    await using tenant = await createTestTenant();
    const outcomes = await times(20, () => create(tenant.ctx(), v7(), "Same"));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(outcomes.filter(isRefused("TAKEN"))).toHaveLength(19);
    expect(await failureOf(create(tenant.ctx(), v7(), "SAME"))).toEqual({
      code: "TAKEN",
      field: "name",
      value: "SAME",
    });
    expect(await auditLines(tenant)).toBe(1);
  });

  test("two saves of one version at once: one wins, the other reads what is stored now", async () => {
    await using tenant = await createTestTenant();
    const id = v7();
    await create(tenant.ctx(), id, "First");
    const outcomes = await times(2, (index) => update(tenant.ctx(), id, 1, `Changed ${index}`));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(outcomes.filter(isRefused("STALE"))).toHaveLength(1);
    const { name } = await get(tenant.ctx(), id);
    expect(await failureOf(update(tenant.ctx(), id, 1, "Late"))).toMatchObject({
      code: "STALE",
      current: { name, version: 2 },
      changed: ["name"],
    });
    expect(await failureOf(archive(tenant.ctx(), id, 1, true))).toMatchObject({ code: "STALE" });
  });

  test("is refused without the permission, for an unknown id and for a taken name, and nothing changes", async () => {
    await using tenant = await createTestTenant();
    const [id, other] = [v7(), v7()];
    await create(tenant.ctx(), id, "First");
    await create(tenant.ctx(), other, "Second");
    const before = await auditLines(tenant);
    const employee = tenant.ctx("employee");
    for (const work of [
      async () => create(employee, v7(), "Mine"),
      async () => update(employee, id, 1, "Mine"),
      async () => archive(employee, id, 1, true),
    ]) {
      expect(await failureOf(work())).toMatchObject({ code: "NOT_ALLOWED" });
    }
    const unknown = v7();
    expect(await failureOf(update(tenant.ctx(), unknown, 1, "X"))).toEqual({ code: "NOT_FOUND", entity, id: unknown });
    expect(await failureOf(get(tenant.ctx(), unknown))).toEqual({ code: "NOT_FOUND", entity, id: unknown });
    expect(await failureOf(update(tenant.ctx(), other, 1, "First"))).toMatchObject({ code: "TAKEN", field: "name" });
    expect(await get(tenant.ctx(), other)).toMatchObject({ name: "Second", version: 1 });
    expect(await auditLines(tenant)).toBe(before);
  });

  test("a change whose audit line can't be written does not happen", async () => {
    await using tenant = await createTestTenant();
    const id = v7();
    await create(tenant.ctx(), id, "First");
    const { actor, ...rest } = tenant.ctx();
    const unwritable = { ...rest, actor: { ...actor, device: "x".repeat(500) } };
    await expect(create(unwritable, v7(), "Second")).rejects.toThrow(/device/);
    await expect(update(unwritable, id, 1, "Changed")).rejects.toThrow(/device/);
    await expect(archive(unwritable, id, 1, true)).rejects.toThrow(/device/);
    const { rows } = await list(tenant.ctx(), {});
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ name: "First", version: 1, isArchived: false });
  });

  test("pages walk every row once in order, and a search for % or _ means those characters", async () => {
    await using tenant = await createTestTenant();
    const names = [
      ...Array.from({ length: 23 }, (_, index) => `Row ${String(index).padStart(2, "0")}`),
      "100 %",
      "a_b",
    ];
    for (const name of names) await create(tenant.ctx(), v7(), name);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await list(tenant.ctx(), { limit: 7, ...(after === undefined ? {} : { after }) });
      seen.push(...page.rows.map((row) => row.name));
      after = page.next;
    } while (after !== undefined);
    expect(seen).toEqual(names.toSorted((a, b) => a.localeCompare(b, "en")));
    const found = async (search: string) => (await list(tenant.ctx(), { search })).rows.map((row) => row.name);
    expect(await found("%")).toEqual(["100 %"]);
    expect(await found("_")).toEqual(["a_b"]);
    expect(await found("row 1")).toHaveLength(10);
    expect(await failureOf(list(tenant.ctx(), { after: "nonsense" }))).toMatchObject({
      code: "INVALID",
      field: "after",
    });
  });
});
