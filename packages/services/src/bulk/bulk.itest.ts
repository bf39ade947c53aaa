import { and, asc, eq } from "@storehouse/db";
import { auditLog, bulkChangeRows, products, suppliers, variantStock, variants } from "@storehouse/db/tenant";
import { type BulkStatus, PreviewBulkInput, type PreviewBulkWish } from "@storehouse/domain";
import { createTestTenant, isRefused, type TestTenant } from "@storehouse/testing";
import { expect, test } from "vitest";
import type { TenantContext } from "../context.ts";
import { newId } from "../new-id.ts";
import { updateSupplier } from "../supplier/update-supplier.ts";
import { applyBulk, undoBulk } from "./apply-bulk.ts";
import { countBulk, listBulkRows } from "./list-bulk.ts";
import { previewBulk } from "./preview-bulk.ts";

const ALL = { isAll: true, ids: [] };
const NOBODY = { forgetPerson: () => undefined, peopleChanged: () => Promise.resolve() };

type Wish = Omit<Extract<PreviewBulkWish, { list: "products" }>, "id" | "list" | "filters" | "chosen"> & {
  id?: string;
  filters?: object;
  chosen?: PreviewBulkWish["chosen"];
};

const wishOf = ({ change, ...rest }: Wish): PreviewBulkInput =>
  PreviewBulkInput.parse({ id: newId(), list: "products", filters: {}, chosen: ALL, change, ...rest });

async function whole(again: () => Promise<BulkStatus>): Promise<BulkStatus> {
  let status = await again();
  while (status.state === "APPLYING" || status.state === "UNDOING") status = await again();
  return status;
}

const apply = (ctx: TenantContext, id: string) => whole(() => applyBulk(ctx, NOBODY, { id }));
const undo = (ctx: TenantContext, id: string) => whole(() => undoBulk(ctx, NOBODY, { id }));

const pricesOf = async (tenant: TestTenant) =>
  (await tenant.db.select({ price: products.price }).from(products).orderBy(asc(products.code))).map((row) =>
    row.price === null ? null : Number(row.price),
  );

async function priced(tenant: TestTenant, ...prices: (string | null)[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [at, price] of prices.entries()) {
    const { id } = await tenant.product({ code: `P-${at}`, name: `Fan ${at}` });
    await tenant.db.update(products).set({ price }).where(eq(products.id, id));
    ids.push(id);
  }
  return ids;
}

const PLUS_5 = { field: "price", to: { by: "percent", percent: "5" } } as const;

test("what the preview saw is what is applied, each record audited under the change; one undo puts all back", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const ids = await priced(tenant, "100", "19.9", null);
  const input = wishOf({ change: PLUS_5, filters: { search: "fan" } });
  expect(await countBulk(ctx, { list: "products", filters: input.filters as never })).toEqual({ count: 3 });
  const preview = await previewBulk(ctx, input);
  expect(preview).toMatchObject({ state: "PREVIEWED", counts: { PLANNED: 2, REFUSED: 1, APPLIED: 0 } });
  const { rows } = await listBulkRows(ctx, { id: input.id, limit: 50 });
  expect(rows[1]).toMatchObject({ label: "P-1 Fan 1", from: { price: "19.9" }, to: { price: "20.9" } });
  expect(rows[2]?.reason).toMatchObject({ reason: "NOTHING_TO_SHARE" });
  // What comes to match later is no part of it.
  await tenant.product({ code: "P-3", name: "Fan 3" });
  expect(await pricesOf(tenant)).toEqual([100, 19.9, null, null]);
  expect(await apply(ctx, input.id)).toMatchObject({ state: "APPLIED", counts: { APPLIED: 2, PLANNED: 0 } });
  expect(await pricesOf(tenant)).toEqual([105, 20.9, null, null]);
  const lines = await tenant.db.select().from(auditLog).where(eq(auditLog.action, "products.update"));
  expect(lines.map(({ entityId }) => entityId).toSorted()).toEqual(ids.slice(0, 2).toSorted());
  expect(lines[0]).toMatchObject({ after: { bulkChangeId: input.id } });
  expect(await undo(ctx, input.id)).toMatchObject({ state: "UNDONE", counts: { UNDONE: 2 } });
  expect(await pricesOf(tenant)).toEqual([100, 19.9, null, null]);
});

test("sent twice, each step is done once; another change under the same id is refused to others", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  await priced(tenant, "100");
  const input = wishOf({ change: PLUS_5 });
  const [first, second] = await Promise.all([previewBulk(ctx, input), previewBulk(ctx, input)]);
  expect(second).toEqual(first);
  await Promise.all([apply(ctx, input.id), apply(ctx, input.id)]);
  await apply(ctx, input.id);
  expect(await pricesOf(tenant)).toEqual([105]);
  await Promise.all([undo(ctx, input.id), undo(ctx, input.id)]);
  expect(await undo(ctx, input.id)).toMatchObject({ state: "UNDONE", counts: { UNDONE: 1 } });
  expect(await apply(ctx, input.id)).toMatchObject({ state: "UNDONE" });
  expect(await pricesOf(tenant)).toEqual([100]);
  const lines = await tenant.db.select().from(auditLog).where(eq(auditLog.action, "products.update"));
  expect(lines).toHaveLength(2);
  await expect(previewBulk(tenant.ctx("manager"), input)).rejects.toSatisfy(isRefused("KEY_REUSED"));
  await expect(applyBulk(tenant.ctx("manager"), NOBODY, { id: input.id })).rejects.toSatisfy(isRefused("NOT_FOUND"));
});

test("who changed a record in between is not overwritten, neither by the change nor by its undo", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const [early, late] = await priced(tenant, "100", "200", "300");
  const touch = (id: string | undefined, price: string, version: number) =>
    tenant.db
      .update(products)
      .set({ price, version })
      .where(eq(products.id, id ?? ""));
  const input = wishOf({ change: PLUS_5 });
  await previewBulk(ctx, input);
  await touch(early, "111", 2);
  expect(await apply(ctx, input.id)).toMatchObject({ counts: { APPLIED: 2, MISSED: 1 } });
  await touch(late, "222", 3);
  expect(await undo(ctx, input.id)).toMatchObject({ counts: { UNDONE: 1, KEPT: 1, MISSED: 1 } });
  expect(await pricesOf(tenant)).toEqual([111, 222, 300]);
});

test("a minimum moves what is low at once, and back", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const bolt = await tenant.product({ code: "B", onHand: 10 });
  const lows = async () =>
    (await tenant.db.select({ isLow: variantStock.isLow }).from(variantStock)).map((row) => row.isLow);
  const input = wishOf({ change: { field: "minimumStock", to: { by: "value", value: "20" } } });
  expect(await previewBulk(ctx, input)).toMatchObject({ counts: { PLANNED: 1 } });
  await apply(ctx, input.id);
  expect(await lows()).toEqual([1]);
  const [line] = await tenant.db.select().from(auditLog).where(eq(auditLog.action, "products.updateVariant"));
  expect(line).toMatchObject({
    entityId: bolt.variantId,
    before: { minimumStock: null },
    after: { minimumStock: "20" },
  });
  await undo(ctx, input.id);
  expect(await lows()).toEqual([0]);
  expect(await tenant.db.select({ minimum: variants.minimumStock }).from(variants)).toEqual([{ minimum: null }]);
});

test("archiving says beforehand what is still there, and takes the rest in and out of use", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const full = await tenant.product({ code: "FULL", onHand: 3 });
  const empty = await tenant.product({ code: "EMPTY" });
  const chosen = { isAll: false, ids: [full.id, empty.id] };
  const input = wishOf({ change: { field: "isArchived", value: true }, chosen });
  expect(await previewBulk(ctx, input)).toMatchObject({ counts: { PLANNED: 1, REFUSED: 1 } });
  expect(await apply(ctx, input.id)).toMatchObject({ counts: { APPLIED: 1, REFUSED: 1 } });
  const archived = () => tenant.db.select({ code: products.code }).from(products).where(eq(products.isArchived, 1));
  expect(await archived()).toEqual([{ code: "EMPTY" }]);
  await undo(ctx, input.id);
  expect(await archived()).toEqual([]);
});

test("suppliers, tried one by one: nothing stays of the try; what somebody else archived is theirs", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const at = { createdAt: new Date(), updatedAt: new Date() };
  const [a, b] = [newId(), newId()];
  await tenant.db.insert(suppliers).values([
    { id: a, name: "A", ...at },
    { id: b, name: "B", ...at },
  ]);
  const change = { field: "isArchived", value: true } as const;
  const input = PreviewBulkInput.parse({ id: newId(), list: "suppliers", filters: {}, chosen: ALL, change });
  expect(await previewBulk(ctx, input)).toMatchObject({ counts: { PLANNED: 2 } });
  expect(await tenant.db.select().from(auditLog).where(eq(auditLog.entity, "supplier"))).toEqual([]);
  await updateSupplier(ctx, {
    id: b,
    version: 1,
    name: "B",
    contact: "Ravi",
    phone: null,
    email: null,
    address: null,
    taxNumber: null,
  });
  expect(await apply(ctx, input.id)).toMatchObject({ state: "APPLIED", counts: { APPLIED: 1, MISSED: 1 } });
  expect(await undo(ctx, input.id)).toMatchObject({ state: "UNDONE", counts: { UNDONE: 1, MISSED: 1 } });
});

test("nobody puts themself out of work by choosing everybody", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const change = { field: "isActive", value: false } as const;
  const input = PreviewBulkInput.parse({ id: newId(), list: "users", filters: {}, chosen: ALL, change });
  await previewBulk(ctx, input);
  const { rows } = await listBulkRows(ctx, { id: input.id, limit: 50 });
  expect(rows.find(({ recordId }) => recordId === ctx.actor.id)).toMatchObject({ state: "REFUSED" });
});

test("refuses who may not, and leaves nothing where a target is out of use", async () => {
  await using tenant = await createTestTenant();
  await priced(tenant, "100");
  await expect(previewBulk(tenant.ctx("employee"), wishOf({ change: PLUS_5 }))).rejects.toSatisfy(
    isRefused("NOT_ALLOWED"),
  );
  const id = newId();
  const at = { createdAt: new Date(), updatedAt: new Date() };
  await tenant.db.insert(suppliers).values({ id, name: "Gone", archivedAt: new Date(), ...at });
  const input = wishOf({ change: { field: "supplierId", value: id } });
  await expect(previewBulk(tenant.ctx(), input)).rejects.toMatchObject({
    failure: { code: "ARCHIVED", field: "change.value" },
  });
  expect(await tenant.db.select().from(bulkChangeRows)).toEqual([]);
});

test("what breaks half-way leaves its part undone, and goes on when it is sent again", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  await priced(tenant, "100", "200");
  const input = wishOf({ change: PLUS_5 });
  await previewBulk(ctx, input);
  let isBroken = true;
  const now = () => {
    if (isBroken) throw new Error("pulled plug");
    return new Date();
  };
  // The clock is asked once for the state, then within the part that writes.
  await expect(applyBulk({ ...ctx, now }, NOBODY, { id: input.id })).rejects.toThrow("pulled plug");
  expect(await pricesOf(tenant)).toEqual([100, 200]);
  isBroken = false;
  expect(await apply(ctx, input.id)).toMatchObject({ counts: { APPLIED: 2 } });
  expect(
    await tenant.db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.action, "bulk.commit"))),
  ).toHaveLength(1);
});

test("a thousand products: preview, apply and undo", { timeout: 120_000 }, async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const pattern = await tenant.product({ code: "PATTERN" });
  const [row] = await tenant.db.select().from(products).where(eq(products.id, pattern.id));
  if (row === undefined) throw new Error("no pattern");
  await tenant.db
    .insert(products)
    .values(Array.from({ length: 999 }, (_, at) => ({ ...row, id: newId(), code: `M-${at}`, price: "10" })));
  const input = wishOf({ change: { field: "price", to: { by: "value", value: "12" } } });
  const marks = [performance.now()];
  await previewBulk(ctx, input);
  marks.push(performance.now());
  expect(await apply(ctx, input.id)).toMatchObject({ counts: { APPLIED: 1_000 } });
  marks.push(performance.now());
  expect(await undo(ctx, input.id)).toMatchObject({ counts: { UNDONE: 1_000 } });
  marks.push(performance.now());
  console.info(
    `1,000 products, ms: ${marks
      .slice(1)
      .map((mark, at) => Math.round(mark - (marks[at] ?? 0)))
      .join(" / ")}`,
  );
});
