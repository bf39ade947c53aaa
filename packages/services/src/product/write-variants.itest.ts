import { eq } from "@storehouse/db";
import { products, stockLevels, variantStock, variants } from "@storehouse/db/tenant";
import { createTestTenant, isRefused, type TestTenant, times } from "@storehouse/testing";
import { createHash } from "node:crypto";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import type { TenantContext } from "../context.ts";
import {
  addVariant,
  archiveProduct,
  archiveVariant,
  createProduct,
  getProduct,
  updateProduct,
  updateVariant,
} from "./index.ts";
import { changeOf, newProduct, newVariant, unitId } from "./new-product.fixture.ts";

async function makeProduct(ctx: TenantContext) {
  const input = newProduct(await unitId(ctx));
  await createProduct(ctx, input);
  return input;
}

const isLow = async (tenant: TestTenant, variantId: string) => {
  const [row] = await tenant.db.select().from(variantStock).where(eq(variantStock.variantId, variantId));
  return row?.isLow;
};

test("a second variant shows the first; from then on code and sku go their own ways", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const product = await makeProduct(ctx);
  const red = newVariant(product.id, "RED", { barcodes: ["R1"], minimumStock: "2" });
  expect(await addVariant(ctx, red)).toEqual({ id: red.id });
  expect(await addVariant(ctx, red)).toEqual({ id: red.id });
  const [row] = await tenant.db.select().from(products).where(eq(products.id, product.id));
  expect(row).toMatchObject({ variantCount: 2, version: 1 });
  expect(await isLow(tenant, red.id)).toBe(1);
  await updateProduct(ctx, changeOf(product, 1, { code: "OTHER" }));
  const { variants: shown } = await getProduct(ctx, { id: product.id });
  expect(shown.map(({ sku }) => sku)).toEqual([product.code, "RED"]);
  await expect(addVariant(ctx, { ...red, sku: "BLUE" })).rejects.toMatchObject({ failure: { code: "KEY_REUSED" } });
});

test("variants of a product may go by their codes alone", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const product = await makeProduct(ctx);
  await addVariant(ctx, newVariant(product.id, "LONG", { attributes: {} }));
  const short = newVariant(product.id, "SHORT", { attributes: { length: "short" } });
  await addVariant(ctx, short);
  const { id, productId: _productId, ...fields } = short;
  await updateVariant(ctx, { ...fields, id, version: 1, attributes: {} });
  const { variants: shown } = await getProduct(ctx, { id: product.id });
  expect(shown.map(({ attributes }) => attributes)).toEqual([{}, {}, {}]);
});

test("a sku is taken in the whole factory, a combination of attributes in its product", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const [one, two] = [await makeProduct(ctx), await makeProduct(ctx)];
  const attributes = { colour: "red", size: "M" };
  const outcomes = await times(6, (index) => addVariant(ctx, newVariant(one.id, `V${index}`, { attributes })));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.filter(isRefused("TAKEN"))).toHaveLength(5);
  const turned = newVariant(one.id, "TURNED", { attributes: { size: "M", colour: "red" } });
  await expect(addVariant(ctx, turned)).rejects.toMatchObject({ failure: { code: "TAKEN", field: "attributes" } });
  await addVariant(ctx, newVariant(two.id, "SAME", { attributes }));
  await expect(addVariant(ctx, newVariant(one.id, "SAME"))).rejects.toMatchObject({
    failure: { code: "TAKEN", field: "sku", value: "SAME" },
  });
  await expect(addVariant(ctx, newVariant(one.id, two.code))).rejects.toMatchObject({ failure: { code: "TAKEN" } });
  const [row] = await tenant.db.select().from(products).where(eq(products.id, one.id));
  expect(row?.variantCount).toBe(2);
});

test("the minimum decides what is low as soon as it is saved", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const bolt = await tenant.product({ onHand: 10 });
  const fields = { id: bolt.variantId, sku: bolt.code, name: null, attributes: {}, barcodes: [] };
  const steps = [
    ["9.999999", 0],
    ["10", 1],
    [null, 0],
    ["10.000001", 1],
    ["0", 0],
  ] as const;
  for (const [index, [minimumStock, low]] of steps.entries()) {
    await updateVariant(ctx, { ...fields, version: index + 1, minimumStock });
    expect(await isLow(tenant, bolt.variantId)).toBe(low);
  }
});

test("a variant's change replaces its barcodes, is saved from its own version, and leaves nothing when it is refused", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const product = await makeProduct(ctx);
  const red = newVariant(product.id, "RED", { barcodes: ["R1", "R2"] });
  const blue = newVariant(product.id, "BLUE", { barcodes: ["B1"] });
  await addVariant(ctx, red);
  await addVariant(ctx, blue);
  const { productId: _productId, ...fields } = red;
  const change = { ...fields, version: 1, barcodes: ["R3", "R2"], name: "Red" };
  expect(await updateVariant(ctx, change)).toEqual({ version: 2 });
  expect(await updateVariant(ctx, change)).toEqual({ version: 2 });
  await expect(updateVariant(ctx, { ...change, name: "Late" })).rejects.toMatchObject({
    failure: { code: "STALE", entity: "variant", changed: ["name"] },
  });
  await expect(updateVariant(ctx, { ...change, version: 2, name: "X", barcodes: ["R3", "B1"] })).rejects.toMatchObject({
    failure: { code: "TAKEN", field: "barcodes.1", value: "B1" },
  });
  await expect(updateVariant(ctx, { ...change, version: 2, sku: "BLUE" })).rejects.toMatchObject({
    failure: { code: "TAKEN", field: "sku", value: "BLUE" },
  });
  const outcomes = await times(2, (index) => updateVariant(ctx, { ...change, version: 2, name: `At once ${index}` }));
  expect(outcomes.filter(isRefused("STALE"))).toHaveLength(1);
  const { variants: shown } = await getProduct(ctx, { id: product.id });
  expect(shown.find(({ id }) => id === red.id)).toMatchObject({ version: 3, barcodes: ["R2", "R3"] });
});

test("a hidden variant's sku is its product's code", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const product = await makeProduct(ctx);
  const fields = { id: product.variantId, version: 1, name: null, attributes: {}, barcodes: [], minimumStock: null };
  await expect(updateVariant(ctx, { ...fields, sku: "APART" })).rejects.toMatchObject({
    failure: { code: "INVALID", field: "sku", reason: "SKU_IS_CODE" },
  });
});

test("a variant is archived without stock and while another is in use; only in a product in use it comes back", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const product = await makeProduct(ctx);
  await expect(archiveVariant(ctx, { id: product.variantId, version: 1, isArchived: true })).rejects.toMatchObject({
    failure: { code: "IN_USE", entity: "variant", by: "product" },
  });
  const [red, blue] = [newVariant(product.id, "RED", { minimumStock: "1" }), newVariant(product.id, "BLUE")];
  await addVariant(ctx, red);
  await addVariant(ctx, blue);
  await tenant.db.insert(stockLevels).values({
    variantId: blue.id,
    locationId: await tenant.location(),
    lotId: v7(),
    onHand: "1",
    updatedAt: new Date(),
  });
  await expect(archiveVariant(ctx, { id: blue.id, version: 1, isArchived: true })).rejects.toMatchObject({
    failure: { code: "IN_USE", entity: "variant", by: "location", count: 1 },
  });
  expect(await archiveVariant(ctx, { id: red.id, version: 1, isArchived: true })).toEqual({ version: 2 });
  expect(await archiveVariant(ctx, { id: red.id, version: 1, isArchived: true })).toEqual({ version: 2 });
  expect(await isLow(tenant, red.id)).toBe(0);
  await archiveProduct(ctx, { id: product.id, version: 1, isArchived: true });
  await expect(archiveVariant(ctx, { id: red.id, version: 2, isArchived: false })).rejects.toMatchObject({
    failure: { code: "ARCHIVED", entity: "product", id: product.id },
  });
  await expect(addVariant(ctx, newVariant(product.id, "LATE"))).rejects.toMatchObject({
    failure: { code: "ARCHIVED", entity: "product", field: "productId" },
  });
  await archiveProduct(ctx, { id: product.id, version: 2, isArchived: false });
  expect(await archiveVariant(ctx, { id: red.id, version: 2, isArchived: false })).toEqual({ version: 3 });
  expect(await isLow(tenant, red.id)).toBe(1);
});

test("the last two variants in use can't both be archived at once", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const product = await makeProduct(ctx);
  const red = newVariant(product.id, "RED");
  await addVariant(ctx, red);
  const ids = [product.variantId, red.id];
  const outcomes = await Promise.allSettled(ids.map((id) => archiveVariant(ctx, { id, version: 1, isArchived: true })));
  expect(outcomes.filter(isRefused("IN_USE"))).toHaveLength(1);
});

test("a product has 200 variants at the most, even when several are the last at once", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const product = await makeProduct(ctx);
  const now = new Date();
  const more = Array.from({ length: 198 }, (_, index) => ({
    id: v7(),
    productId: product.id,
    sku: `M-${index}`,
    attributesKey: createHash("sha256").update(String(index)).digest("hex"),
    createdAt: now,
    updatedAt: now,
  }));
  await tenant.db.insert(variants).values(more);
  await tenant.db.update(products).set({ variantCount: 199 }).where(eq(products.id, product.id));
  const outcomes = await times(3, (index) => addVariant(ctx, newVariant(product.id, `LAST-${index}`)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.filter(isRefused("LIMIT_REACHED"))).toHaveLength(2);
});

test("variants are the master's to change, and an unknown one is not found", async () => {
  await using tenant = await createTestTenant();
  const [ctx, employee] = [tenant.ctx(), tenant.ctx("employee")];
  const product = await makeProduct(ctx);
  const red = newVariant(product.id, "RED");
  const { productId: _productId, ...fields } = red;
  const refusal = { failure: { code: "NOT_ALLOWED", permission: "products.update" } };
  await expect(addVariant(employee, red)).rejects.toMatchObject(refusal);
  await expect(async () => updateVariant(employee, { ...fields, version: 1 })).rejects.toMatchObject(refusal);
  await expect(async () =>
    archiveVariant(employee, { id: red.id, version: 1, isArchived: true }),
  ).rejects.toMatchObject(refusal);
  await expect(updateVariant(ctx, { ...fields, version: 1 })).rejects.toMatchObject({
    failure: { code: "NOT_FOUND", entity: "variant" },
  });
  await expect(addVariant(ctx, newVariant(v7(), "LOST"))).rejects.toMatchObject({
    failure: { code: "NOT_FOUND", entity: "product", field: "productId" },
  });
});
