import { createTestTenant } from "@storehouse/testing";
import { expect, test } from "vitest";
import { addVariant, archiveProduct, archiveVariant, createProduct, findVariants } from "./index.ts";
import { newProduct, newVariant, unitId } from "./new-product.fixture.ts";

test("whole codes, skus and barcodes come first and are called exact; then beginnings; then names", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const pcs = await unitId(ctx);
  const box = await unitId(ctx, "box");
  const units = [{ unitId: box, numerator: 12, denominator: 1 }];
  const longer = newProduct(pcs, { code: "M8-30", name: "Bolt 30" });
  const exact = newProduct(pcs, { code: "M8", name: "Bolt", barcodes: ["4006381333931"], units });
  const named = newProduct(pcs, { code: "X1", name: "Washer for m8 bolts" });
  for (const input of [longer, exact, named]) await createProduct(ctx, input);
  const find = async (search: string, limit = 20) =>
    (await findVariants(tenant.ctx("employee"), { search, limit })).rows;

  expect((await find("m8")).map(({ sku, isExact }) => [sku, isExact])).toEqual([
    ["M8", true],
    ["M8-30", false],
    ["X1", false],
  ]);
  expect((await find("m8", 2)).map(({ sku }) => sku)).toEqual(["M8", "M8-30"]);
  const [scanned] = await find("4006381333931");
  expect(scanned).toEqual({
    variantId: exact.variantId,
    productId: exact.id,
    sku: "M8",
    productName: "Bolt",
    variantName: null,
    unit: "pcs",
    unitDecimals: 0,
    onHand: "0",
    defaultLocationId: null,
    isExact: true,
    units: [
      { unitId: pcs, code: "pcs", numerator: 1, denominator: 1 },
      { unitId: box, code: "box", numerator: 12, denominator: 1 },
    ],
  });
  expect((await find("bolts washer")).map(({ sku }) => sku)).toEqual(["X1"]);
  expect(await find("%")).toEqual([]);
  expect(await find("_")).toEqual([]);
  expect((await find("")).map(({ sku }) => sku)).toEqual((await find("")).map(({ sku }) => sku).toSorted());
  expect((await find("")).length).toBeGreaterThan(2);
});

test("only what is in use can be booked", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const shirt = newProduct(await unitId(ctx), { code: "SHIRT", name: "Shirt" });
  const [red, blue] = [newVariant(shirt.id, "SHIRT-R", { barcodes: ["111"] }), newVariant(shirt.id, "SHIRT-B")];
  await createProduct(ctx, shirt);
  await addVariant(ctx, red);
  await addVariant(ctx, blue);
  const skus = async (search: string) => (await findVariants(ctx, { search, limit: 20 })).rows.map(({ sku }) => sku);
  expect(await skus("shirt")).toEqual(["SHIRT", "SHIRT-B", "SHIRT-R"]);
  expect(await skus("111")).toEqual(["SHIRT-R"]);
  await archiveVariant(ctx, { id: red.id, version: 1, isArchived: true });
  expect(await skus("shirt")).toEqual(["SHIRT", "SHIRT-B"]);
  const byId = async (variantId: string) =>
    (await findVariants(ctx, { search: "", variantId, limit: 20 })).rows.map(({ sku }) => sku);
  expect(await byId(blue.id)).toEqual(["SHIRT-B"]);
  expect(await byId(red.id)).toEqual([]);
  expect(await skus("111")).toEqual([]);
  await archiveProduct(ctx, { id: shirt.id, version: 1, isArchived: true });
  expect(await skus("shirt")).toEqual([]);
});
