import { desc, eq } from "@storehouse/db";
import { auditLog } from "@storehouse/db/tenant";
import { type HistoryRow, HistoryInput, type Restorable } from "@storehouse/domain";
import { createTestTenant, isRefused, type TestTenant, times } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { createSupplier, getSupplier, updateSupplier } from "../supplier/index.ts";
import { archiveSupplier } from "../supplier/archive-supplier.ts";
import { createProduct } from "../product/create-product.ts";
import { getProduct } from "../product/get-product.ts";
import { updateProduct } from "../product/update-product.ts";
import { updateUser } from "../user/update-user.ts";
import { unitId } from "../product/new-product.fixture.ts";
import { listHistory } from "./list-history.ts";
import { restoreRecord } from "./restore-record.ts";

const accounts = { forgetPerson: () => undefined, peopleChanged: async () => undefined };
const firm = { contact: null, phone: null, email: null, address: null, taxNumber: null };

async function historyOf(tenant: TestTenant, entity: Restorable, entityId: string): Promise<readonly HistoryRow[]> {
  const rows: HistoryRow[] = [];
  let after: string | undefined;
  do {
    const page = await listHistory(tenant.ctx(), HistoryInput.parse({ entity, entityId, limit: 2, after }));
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
}

async function supplierWithPast(tenant: TestTenant): Promise<string> {
  const id = v7();
  await createSupplier(tenant.ctx(), { id, name: "First", ...firm });
  await updateSupplier(tenant.ctx(), { id, version: 1, name: "Second", ...firm, phone: "1" });
  await updateSupplier(tenant.ctx(), { id, version: 2, name: "Third", ...firm, phone: "1" });
  await archiveSupplier(tenant.ctx(), { id, version: 3, isArchived: true });
  await archiveSupplier(tenant.ctx(), { id, version: 4, isArchived: false });
  return id;
}

test("a record's versions tell what it held after each change, over any number of pages", async () => {
  await using tenant = await createTestTenant();
  const rows = await historyOf(tenant, "supplier", await supplierWithPast(tenant));
  expect(rows.map(({ action, content, isCurrent }) => [action, content["name"], content["phone"], isCurrent])).toEqual([
    ["suppliers.archive", "Third", "1", true],
    ["suppliers.archive", "Third", "1", true],
    ["suppliers.update", "Third", "1", true],
    ["suppliers.update", "Second", "1", false],
    ["suppliers.create", "First", null, false],
  ]);
});

test("an earlier state is put back as a new change, told as a restore; sent twice it is one", async () => {
  await using tenant = await createTestTenant();
  const id = await supplierWithPast(tenant);
  const first = (await historyOf(tenant, "supplier", id)).at(-1);
  const input = { entity: "supplier", id, version: 5, lineId: first?.id ?? "" } as const;
  expect(await restoreRecord(tenant.ctx(), accounts, input)).toEqual({ version: 6 });
  expect(await restoreRecord(tenant.ctx(), accounts, input)).toEqual({ version: 6 });
  expect(await getSupplier(tenant.ctx(), { id })).toMatchObject({ name: "First", phone: null, isArchived: false });
  const lines = await tenant.db.select().from(auditLog).where(eq(auditLog.entityId, id)).orderBy(desc(auditLog.id));
  expect(lines).toHaveLength(6);
  expect(lines[0]).toMatchObject({
    action: "auditLogs.restore",
    before: { name: "Third", phone: "1" },
    after: { name: "First", phone: null, restoredLineId: first?.id },
  });
  // And back again: a restore is a change like any other.
  const back = { ...input, version: 6, lineId: lines[1]?.id ?? "" };
  expect(await restoreRecord(tenant.ctx(), accounts, back)).toEqual({ version: 7 });
  expect(await getSupplier(tenant.ctx(), { id })).toMatchObject({ name: "Third", phone: "1" });
});

test("a restore is refused without the right to change, from an old version, where a name is taken, for another record's line", async () => {
  await using tenant = await createTestTenant();
  const id = await supplierWithPast(tenant);
  const lineId = (await historyOf(tenant, "supplier", id)).at(-1)?.id ?? "";
  const input = { entity: "supplier", id, version: 5, lineId } as const;
  const { actor, ...rest } = tenant.ctx();
  const looking = { ...rest, actor: { ...actor, permissions: new Set(["auditLogs.read"] as const) } };
  await expect(restoreRecord(looking, accounts, input)).rejects.toSatisfy(isRefused("NOT_ALLOWED"));
  const employee = tenant.ctx("employee");
  await expect(restoreRecord(employee, accounts, input)).rejects.toSatisfy(isRefused("NOT_ALLOWED"));
  await expect(restoreRecord(tenant.ctx(), accounts, { ...input, version: 4 })).rejects.toSatisfy(isRefused("STALE"));
  const unknown = { ...input, lineId: v7() };
  await expect(restoreRecord(tenant.ctx(), accounts, unknown)).rejects.toSatisfy(isRefused("NOT_FOUND"));
  await createSupplier(tenant.ctx(), { id: v7(), name: "First", ...firm });
  await expect(restoreRecord(tenant.ctx(), accounts, input)).rejects.toSatisfy(isRefused("TAKEN"));
  expect(await getSupplier(tenant.ctx(), { id })).toMatchObject({ name: "Third", version: 5 });
});

test("of two restores at once one wins and the other is told what is stored, or both say the same", async () => {
  await using tenant = await createTestTenant();
  const id = await supplierWithPast(tenant);
  const rows = await historyOf(tenant, "supplier", id);
  const lines = [rows.at(-1)?.id ?? "", rows.at(-2)?.id ?? ""];
  const outcomes = await times(2, async (n) =>
    restoreRecord(tenant.ctx(), accounts, { entity: "supplier", id, version: 5, lineId: lines[n] ?? "" }),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.filter(isRefused("STALE"))).toHaveLength(1);
});

test("a product comes back with its units, a person with their role; what no longer fits is refused", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const [id, supplierId] = [v7(), v7()];
  await createSupplier(ctx, { id: supplierId, name: "Bearing house", ...firm });
  const [pcs, box] = [await unitId(ctx), await unitId(ctx, "box")];
  const product = {
    code: "A-1",
    name: "Fan",
    description: null,
    category: "finished" as const,
    sourceType: "trading" as const,
    baseUnitId: pcs,
    subcategoryId: null,
    supplierId,
    defaultLocationId: null,
    price: "12.50",
    cost: null,
    units: [{ unitId: box, numerator: 12, denominator: 1 }],
  };
  await createProduct(ctx, { ...product, id, variantId: v7(), barcodes: [], minimumStock: null });
  await updateProduct(ctx, { ...product, id, version: 1, supplierId: null, price: "13", units: [] });
  const made = (await historyOf(tenant, "product", id)).at(-1)?.id ?? "";
  await restoreRecord(ctx, accounts, { entity: "product", id, version: 2, lineId: made });
  const restored = await getProduct(ctx, { id });
  expect(restored).toMatchObject({ price: "12.5", supplierId, version: 3 });
  expect(restored.units).toContainEqual(expect.objectContaining({ unitId: box, numerator: 12 }));

  await updateProduct(ctx, { ...product, id, version: 3, supplierId: null });
  await archiveSupplier(ctx, { id: supplierId, version: 1, isArchived: true });
  const again = { entity: "product", id, version: 4, lineId: made } as const;
  await expect(restoreRecord(ctx, accounts, again)).rejects.toSatisfy(isRefused("ARCHIVED"));

  const userId = tenant.userIds.employee;
  const person = { id: userId, name: "The employee", email: null, role: "employee" as const, isActive: true };
  await updateUser(ctx, accounts, { ...person, version: 1, email: "a@b.example" });
  await updateUser(ctx, accounts, { ...person, version: 2, role: "manager" });
  const [, line] = await historyOf(tenant, "user", userId);
  await restoreRecord(ctx, accounts, { entity: "user", id: userId, version: 3, lineId: line?.id ?? "" });
  const [now] = await historyOf(tenant, "user", userId);
  expect(now?.content).toMatchObject({ role: "employee", email: "a@b.example", isActive: true });
});
