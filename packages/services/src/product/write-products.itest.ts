import { count, eq } from "@storehouse/db";
import { auditLog, barcodes, products, productUnits, variantStock, variants } from "@storehouse/db/tenant";
import { createTestTenant, isRefused, type TestTenant, times } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { createLocation, archiveLocation } from "../location/index.ts";
import { createSupplier, archiveSupplier } from "../supplier/index.ts";
import { archiveProduct, createProduct, getProduct, updateProduct } from "./index.ts";
import { changeOf, newProduct, unitId } from "./new-product.fixture.ts";

const rowsOf = async (tenant: TestTenant) => {
  const tables = [products, productUnits, variants, variantStock, barcodes, auditLog];
  return Promise.all(tables.map(async (table) => (await tenant.db.select({ rows: count() }).from(table))[0]?.rows));
};

test("a product is made with its hidden variant, an empty stock, its units and barcodes", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const [pcs, box] = [await unitId(ctx), await unitId(ctx, "box")];
  const input = newProduct(pcs, {
    units: [{ unitId: box, numerator: 12, denominator: 1 }],
    barcodes: ["8901234567890", "4006381333931"],
    minimumStock: "5.50",
    price: "12.5000",
    cost: "0.1",
  });
  expect(await createProduct(ctx, input)).toEqual({ id: input.id, variantId: input.variantId });
  expect(await getProduct(ctx, { id: input.id })).toMatchObject({
    code: input.code,
    unit: "pcs",
    price: "12.5",
    cost: "0.1",
    onHand: "0",
    value: "0",
    version: 1,
    units: [{ unitId: box, code: "box", numerator: 12, denominator: 1 }],
    variants: [
      {
        id: input.variantId,
        sku: input.code,
        minimumStock: "5.5",
        onHand: "0",
        averageCost: null,
        isDefault: true,
        barcodes: ["4006381333931", "8901234567890"],
      },
    ],
  });
  const [stock] = await tenant.db.select().from(variantStock);
  expect(stock).toMatchObject({ variantId: input.variantId, productId: input.id, onHand: "0.000000", isLow: 1 });
});

test("making it twice makes it once; other content under the same id is refused", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const input = newProduct(await unitId(ctx), { barcodes: ["B2", "B1"], price: "1.50" });
  const outcomes = await times(6, () => createProduct(ctx, input));
  expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
  expect(await rowsOf(tenant)).toEqual([1, 0, 1, 1, 2, 1]);
  await updateProduct(ctx, changeOf(input, 1, { name: "Renamed" }));
  expect(await createProduct(ctx, { ...input, price: "1.5" })).toEqual({ id: input.id, variantId: input.variantId });
  for (const other of [{ name: "Other" }, { variantId: v7() }, { barcodes: ["B1"] }]) {
    await expect(createProduct(ctx, { ...input, ...other })).rejects.toMatchObject({
      failure: { code: "KEY_REUSED", clientId: input.id },
    });
  }
});

test("20 parallel creates of one code: one is made, 19 read that the code is taken, and nothing is left of them", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const pcs = await unitId(ctx);
  const outcomes = await times(20, () => createProduct(ctx, newProduct(pcs, { code: "SAME" })));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.filter(isRefused("TAKEN"))).toHaveLength(19);
  expect(await rowsOf(tenant)).toEqual([1, 0, 1, 1, 0, 1]);
  await expect(createProduct(ctx, newProduct(pcs, { code: "SAME" }))).rejects.toMatchObject({
    failure: { code: "TAKEN", field: "code", value: "SAME" },
  });
});

test("a taken barcode is named by its place, also when several take it at once, and nothing else is kept", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const pcs = await unitId(ctx);
  const outcomes = await times(8, (index) =>
    createProduct(ctx, newProduct(pcs, { barcodes: [`OWN-${index}`, "ONE"] })),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.filter(isRefused("TAKEN"))).toHaveLength(7);
  expect(await rowsOf(tenant)).toEqual([1, 0, 1, 1, 2, 1]);
  await expect(createProduct(ctx, newProduct(pcs, { barcodes: ["FREE", "ONE"] }))).rejects.toMatchObject({
    failure: { code: "TAKEN", field: "barcodes.1", value: "ONE" },
  });
  await expect(createProduct(ctx, newProduct(pcs, { barcodes: ["FREE", "FREE"] }))).rejects.toMatchObject({
    failure: { code: "INVALID", field: "barcodes.1", reason: "REPEATED" },
  });
});

test("what a product points at must exist and be in use; its units must make sense", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const [pcs, box, supplierId, locationId] = [await unitId(ctx), await unitId(ctx, "box"), v7(), v7()];
  const firm = { contact: null, phone: null, email: null, address: null, taxNumber: null };
  await createSupplier(ctx, { id: supplierId, name: "Gone", ...firm });
  await archiveSupplier(ctx, { id: supplierId, version: 1, isArchived: true });
  await createLocation(ctx, { id: locationId, name: "Gone", type: "STORE", siteId: null });
  await archiveLocation(ctx, { id: locationId, version: 1, isArchived: true });
  const one = { numerator: 12, denominator: 1 };
  const before = await rowsOf(tenant);
  const cases = [
    [{ baseUnitId: v7() }, { code: "NOT_FOUND", entity: "unit", field: "baseUnitId" }],
    [{ subcategoryId: v7() }, { code: "NOT_FOUND", entity: "subcategory", field: "subcategoryId" }],
    [{ supplierId: v7() }, { code: "NOT_FOUND", entity: "supplier", field: "supplierId" }],
    [{ defaultLocationId: v7() }, { code: "NOT_FOUND", entity: "location", field: "defaultLocationId" }],
    [{ supplierId }, { code: "ARCHIVED", entity: "supplier", field: "supplierId" }],
    [{ defaultLocationId: locationId }, { code: "ARCHIVED", entity: "location", field: "defaultLocationId" }],
    [{ units: [{ unitId: pcs, ...one }] }, { code: "INVALID", field: "units.0.unitId", reason: "BASE_UNIT" }],
    [
      { units: [box, box].map((id) => ({ unitId: id, ...one })) },
      { code: "INVALID", field: "units.1.unitId", reason: "REPEATED" },
    ],
    [{ units: [{ unitId: v7(), ...one }] }, { code: "NOT_FOUND", entity: "unit", field: "units.0.unitId" }],
  ] as const;
  for (const [fields, failure] of cases) {
    const input = newProduct(pcs, { ...fields, units: "units" in fields ? [...fields.units] : [] });
    await expect(createProduct(ctx, input)).rejects.toMatchObject({ failure });
  }
  expect(await rowsOf(tenant)).toEqual(before);
});

test("a change is saved from its own version only, keeps what it does not name, and is logged as what differs", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const [pcs, box, kg] = [await unitId(ctx), await unitId(ctx, "box"), await unitId(ctx, "kg")];
  const input = newProduct(pcs, { price: "2", units: [{ unitId: box, numerator: 12, denominator: 1 }] });
  await createProduct(ctx, input);
  const units = [{ unitId: kg, numerator: 1, denominator: 3 }];
  const change = changeOf(input, 1, { code: "NEW-CODE", units, price: "2.50" });
  expect(await updateProduct(ctx, change)).toEqual({ version: 2 });
  expect(await updateProduct(ctx, change)).toEqual({ version: 2 });
  const after = await getProduct(ctx, { id: input.id });
  expect(after).toMatchObject({ code: "NEW-CODE", price: "2.5", version: 2, variants: [{ sku: "NEW-CODE" }] });
  expect(after.units).toEqual([{ unitId: kg, code: "kg", numerator: 1, denominator: 3 }]);
  const lines = await tenant.db.select().from(auditLog).where(eq(auditLog.action, "products.update"));
  expect(lines).toHaveLength(1);
  expect(lines[0]?.before).toEqual({ code: input.code, price: "2", units: input.units });
  await expect(updateProduct(ctx, changeOf(input, 1, { name: "Late", code: "NEW-CODE", units }))).rejects.toMatchObject(
    {
      failure: { code: "STALE", current: { price: "2.5", version: 2 }, changed: ["name", "price"] },
    },
  );
  const outcomes = await times(2, (index) => updateProduct(ctx, { ...change, version: 2, name: `At once ${index}` }));
  expect(outcomes.filter(isRefused("STALE"))).toHaveLength(1);
});

test("a taken code is refused on a change too, and the rest of the change with it", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const pcs = await unitId(ctx);
  const [first, second] = [newProduct(pcs), newProduct(pcs)];
  await createProduct(ctx, first);
  await createProduct(ctx, second);
  await expect(updateProduct(ctx, changeOf(second, 1, { code: first.code, name: "X" }))).rejects.toMatchObject({
    failure: { code: "TAKEN", field: "code", value: first.code },
  });
  expect(await getProduct(ctx, { id: second.id })).toMatchObject({ name: second.name, version: 1 });
});

test("the base unit changes only while nothing was ever booked", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const [pcs, kg] = [await unitId(ctx), await unitId(ctx, "kg")];
  const input = newProduct(pcs);
  await createProduct(ctx, input);
  expect(await updateProduct(ctx, changeOf(input, 1, { baseUnitId: kg }))).toEqual({ version: 2 });
  await tenant.db.update(variantStock).set({ sequence: 2 }).where(eq(variantStock.variantId, input.variantId));
  await expect(updateProduct(ctx, changeOf(input, 2, { baseUnitId: pcs }))).rejects.toMatchObject({
    failure: { code: "IN_USE", entity: "unit", id: kg, by: "entry", count: 2 },
  });
});

test("a product with stock is not archived; one without is, and comes back", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const [full, empty] = [await tenant.product({ onHand: 3 }), await tenant.product()];
  await expect(archiveProduct(ctx, { id: full.id, version: 1, isArchived: true })).rejects.toMatchObject({
    failure: { code: "IN_USE", entity: "product", by: "variant", count: 1 },
  });
  expect(await archiveProduct(ctx, { id: empty.id, version: 1, isArchived: true })).toEqual({ version: 2 });
  expect(await archiveProduct(ctx, { id: empty.id, version: 1, isArchived: true })).toEqual({ version: 2 });
  expect(await archiveProduct(ctx, { id: empty.id, version: 2, isArchived: false })).toEqual({ version: 3 });
});

test("an employee may read products and change none", async () => {
  await using tenant = await createTestTenant();
  const employee = tenant.ctx("employee");
  const input = newProduct(await unitId(employee));
  const before = await rowsOf(tenant);
  const refusal = { failure: { code: "NOT_ALLOWED", grantedBy: ["master", "manager"] } };
  await expect(createProduct(employee, input)).rejects.toMatchObject(refusal);
  await expect(async () => updateProduct(employee, changeOf(input, 1))).rejects.toMatchObject(refusal);
  await expect(async () =>
    archiveProduct(employee, { id: input.id, version: 1, isArchived: true }),
  ).rejects.toMatchObject(refusal);
  expect(await rowsOf(tenant)).toEqual(before);
});
