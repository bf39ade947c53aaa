import { createTestTenant, isRefused } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { addVariant, archiveVariant, createProduct, findByCode, listLabels } from "./index.ts";
import { newProduct, newVariant, unitId } from "./new-product.fixture.ts";

test("a code is a barcode to the letter, a sku or a product's code; a beginning is none of them", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const pcs = await unitId(ctx);
  const bolt = newProduct(pcs, { code: "M8", barcodes: ["4006381333931", "case-1"] });
  await createProduct(ctx, bolt);
  await createProduct(ctx, newProduct(pcs, { code: "M8-30" }));
  const skus = async (code: string) => (await findByCode(tenant.ctx("employee"), { code })).rows.map(({ sku }) => sku);

  expect(await skus("4006381333931")).toEqual(["M8"]);
  expect(await skus("m8")).toEqual(["M8"]);
  expect(await skus("case-1")).toEqual(["M8"]);
  expect(await skus("CASE-1")).toEqual([]);
  expect(await skus("400638133393")).toEqual([]);
  expect(await skus("M8-")).toEqual([]);
  expect(await skus("%")).toEqual([]);
});

test("what has the code itself goes before a product of that code; what two have is given as two", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const pcs = await unitId(ctx);
  const shirt = newProduct(pcs, { code: "SHIRT" });
  const red = newVariant(shirt.id, "SHIRT-R", { barcodes: ["CAP"] });
  await createProduct(ctx, shirt);
  await addVariant(ctx, red);
  await addVariant(ctx, newVariant(shirt.id, "SHIRT-B"));
  await createProduct(ctx, newProduct(pcs, { code: "CAP" }));
  const skus = async (code: string) => (await findByCode(ctx, { code })).rows.map(({ sku }) => sku);

  expect(await skus("SHIRT")).toEqual(["SHIRT"]);
  expect(await skus("CAP")).toEqual(["CAP", "SHIRT-R"]);
  await archiveVariant(ctx, { id: red.id, version: 1, isArchived: true });
  expect(await skus("CAP")).toEqual(["CAP"]);
  await archiveVariant(ctx, { id: shirt.variantId, version: 1, isArchived: true });
  expect(await skus("SHIRT")).toEqual(["SHIRT-B"]);
});

test("labels say what was asked for, in its order, with the first barcode", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const pcs = await unitId(ctx);
  const fan = newProduct(pcs, { code: "FAN", name: "छत का पंखा" });
  const bolt = newProduct(pcs, { code: "BOLT", name: "Bolt", barcodes: ["222", "111"] });
  for (const input of [fan, bolt]) await createProduct(ctx, input);
  const variantIds = [bolt.variantId, v7(), fan.variantId, bolt.variantId];
  const { rows } = await listLabels(tenant.ctx("viewer"), { variantIds, productIds: [] });
  expect(rows.map(({ sku, productName, barcode }) => [sku, productName, barcode])).toEqual([
    ["BOLT", "Bolt", "111"],
    ["FAN", "छत का पंखा", null],
  ]);
  const ofProducts = await listLabels(ctx, { variantIds: [fan.variantId], productIds: [bolt.id, fan.id, v7()] });
  expect(ofProducts.rows.map(({ sku }) => sku)).toEqual(["FAN", "BOLT"]);
  await addVariant(ctx, newVariant(bolt.id, "BOLT-L"));
  expect((await listLabels(ctx, { variantIds: [], productIds: [bolt.id] })).rows).toHaveLength(2);
});

test("neither is given to who may not read products", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const nobody = { ...ctx, actor: { ...ctx.actor, permissions: new Set<never>() } };
  await expect(findByCode(nobody, { code: "A" })).rejects.toSatisfy(isRefused("NOT_ALLOWED"));
  await expect(listLabels(nobody, { variantIds: [v7()], productIds: [] })).rejects.toSatisfy(isRefused("NOT_ALLOWED"));
});
