import { eq, sql } from "@storehouse/db";
import { auditLog } from "@storehouse/db/tenant";
import type { CreateViewInput } from "@storehouse/domain";
import { createTestTenant, isRefused, type TestTenant, times, readRows } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import type { TenantContext } from "../context.ts";
import { archiveView, createView, listViews, setDefaultView, updateView } from "./index.ts";
import { selectViews } from "./list-views.ts";

const content = (name: string, isShared = false) => ({
  name,
  isShared,
  query: { category: "raw", sort: "price", dir: "desc" },
  columns: { hidden: ["supplier"], widths: { name: 320 } },
});
const make = async (ctx: TenantContext, given: Partial<CreateViewInput> = {}): Promise<string> => {
  const id = v7();
  await createView(ctx, { id, list: "products", ...content("Dear raw goods"), ...given });
  return id;
};
const seen = async (ctx: TenantContext) => (await listViews(ctx, { list: "products", limit: 50 })).rows;
const namesOf = async (ctx: TenantContext) => (await seen(ctx)).map(({ name }) => name);
const linesOf = async ({ db }: TestTenant, id: string) => {
  const rows = await db.select().from(auditLog).where(eq(auditLog.entityId, id)).orderBy(auditLog.id);
  return rows.map(({ action }) => action);
};
const refusedWith = async (work: Promise<unknown>, code: Parameters<typeof isRefused>[0]) =>
  expect(
    await work.then(
      () => "done",
      (error: unknown) => error,
    ),
  ).toSatisfy(isRefused(code));

test("a view is its owner's alone until it is shared; a shared one is everybody's to see", async () => {
  await using tenant = await createTestTenant();
  const [master, viewer] = [tenant.ctx(), tenant.ctx("viewer")];
  const id = await make(master);
  expect(await seen(master)).toEqual([
    {
      id,
      list: "products",
      ...content("Dear raw goods"),
      ownerName: "The master",
      isOwn: true,
      isDefault: false,
      version: 1,
    },
  ]);
  expect(await seen(viewer)).toEqual([]);
  await updateView(master, { id, version: 1, ...content("Dear raw goods", true) });
  expect(await seen(viewer)).toMatchObject([{ id, isShared: true, isOwn: false, ownerName: "The master" }]);
  expect(await listViews(viewer, { list: "levels", limit: 50 })).toEqual({ rows: [] });
  expect(await linesOf(tenant, id)).toEqual(["views.create", "views.update"]);
});

test("each write sent twice does it once and answers the same", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const id = v7();
  const twice = async (work: () => Promise<unknown>) => expect(await work()).toEqual(await work());
  await twice(() => createView(ctx, { id, list: "products", ...content("First") }));
  await twice(() => updateView(ctx, { id, version: 1, ...content("Second") }));
  await twice(() => setDefaultView(ctx, { list: "products", viewId: id }));
  await twice(() => archiveView(ctx, { id, version: 2, isArchived: true }));
  expect(await linesOf(tenant, id)).toEqual(["views.create", "views.update", "views.archive"]);
  expect(await linesOf(tenant, tenant.userIds.master)).toEqual(["views.setDefault"]);
});

test("only who may share shares, and only they change what others share; a private view is not even there for others", async () => {
  await using tenant = await createTestTenant();
  const [master, manager, employee] = [tenant.ctx(), tenant.ctx("manager"), tenant.ctx("employee")];
  await refusedWith(make(employee, { isShared: true }), "NOT_ALLOWED");
  const own = await make(employee);
  await refusedWith(updateView(employee, { id: own, version: 1, ...content("Mine", true) }), "NOT_ALLOWED");
  await refusedWith(updateView(master, { id: own, version: 1, ...content("Yours") }), "NOT_FOUND");
  await refusedWith(archiveView(master, { id: own, version: 1, isArchived: true }), "NOT_FOUND");
  await refusedWith(setDefaultView(master, { list: "products", viewId: own }), "NOT_FOUND");
  const shared = await make(master, { isShared: true });
  await refusedWith(updateView(employee, { id: shared, version: 1, ...content("Ours", true) }), "NOT_ALLOWED");
  await refusedWith(archiveView(employee, { id: shared, version: 1, isArchived: true }), "NOT_ALLOWED");
  expect(await updateView(manager, { id: shared, version: 1, ...content("Ours", true) })).toEqual({ version: 2 });
});

test("a name is its owner's once for a list; a removed view gives it free, and comes back only while it is", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const id = await make(ctx);
  await refusedWith(make(ctx, { name: "DEAR RAW GOODS" }), "TAKEN");
  await make(ctx, { list: "levels" });
  await make(tenant.ctx("employee"));
  await archiveView(ctx, { id, version: 1, isArchived: true });
  expect(await namesOf(ctx)).toEqual([]);
  await refusedWith(updateView(ctx, { id, version: 2, ...content("Other") }), "ARCHIVED");
  const other = await make(ctx);
  await refusedWith(archiveView(ctx, { id, version: 2, isArchived: false }), "TAKEN");
  await archiveView(ctx, { id: other, version: 1, isArchived: true });
  await archiveView(ctx, { id, version: 2, isArchived: false });
  expect(await namesOf(ctx)).toEqual(["Dear raw goods"]);
});

test("a view made from an older version is refused, and of many at once one is kept", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const id = await make(ctx);
  const outcomes = await times(6, (n) => updateView(ctx, { id, version: 1, ...content(`Name ${n}`) }));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.filter(isRefused("STALE"))).toHaveLength(5);
  const sameName = await times(6, () => make(ctx, { name: "Once" }));
  expect(sameName.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(sameName.filter(isRefused("TAKEN"))).toHaveLength(5);
});

test("a list opens with one view a person, which goes with the view", async () => {
  await using tenant = await createTestTenant();
  const [master, viewer] = [tenant.ctx(), tenant.ctx("viewer")];
  const [a, b] = [await make(master, { name: "A", isShared: true }), await make(master, { name: "B", isShared: true })];
  const defaultOf = async (ctx: TenantContext) =>
    (await seen(ctx)).filter(({ isDefault }) => isDefault).map(({ id }) => id);
  const outcomes = await times(6, () => setDefaultView(viewer, { list: "products", viewId: a }));
  expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
  expect(await defaultOf(viewer)).toEqual([a]);
  await setDefaultView(viewer, { list: "products", viewId: b });
  expect(await defaultOf(viewer)).toEqual([b]);
  expect(await defaultOf(master)).toEqual([]);
  await archiveView(master, { id: b, version: 1, isArchived: true });
  expect(await defaultOf(viewer)).toEqual([]);
  await setDefaultView(viewer, { list: "products", viewId: null });
});

test("what fails half-way leaves nothing", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const id = await make(ctx);
  // No audit line can name an actor this long.
  const broken = { ...ctx, actor: { ...ctx.actor, name: "x".repeat(5000) } };
  await expect(make(broken, { name: "Other" })).rejects.toThrow("actor_name");
  await expect(updateView(broken, { id, version: 1, ...content("Changed") })).rejects.toThrow("actor_name");
  await expect(archiveView(broken, { id, version: 1, isArchived: true })).rejects.toThrow("actor_name");
  await expect(setDefaultView(broken, { list: "products", viewId: id })).rejects.toThrow("actor_name");
  expect(await seen(ctx)).toMatchObject([{ name: "Dear raw goods", version: 1, isDefault: false }]);
});

test("pages walk every view once, from an index", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  for (const name of ["D", "B", "A", "C"]) await make(ctx, { name });
  const names: string[] = [];
  let after: string | undefined;
  do {
    const page = await listViews(ctx, { list: "products", limit: 3, after });
    names.push(...page.rows.map((row) => row.name));
    after = page.next;
  } while (after !== undefined);
  expect(names).toEqual(["A", "B", "C", "D"]);
  const query = selectViews(ctx, tenant.userIds.master, { list: "products", limit: 3 });
  const lines = await readRows(tenant.db.execute(sql`explain format=traditional ${query.getSQL()}`));
  // Of so few rows the server reads all; with more it walks the index it names.
  expect(lines.find(({ table }) => table === "saved_views")?.possible_keys).toContain("saved_views_list_ix");
});
