import { eq } from "@storehouse/db";
import { auditLog } from "@storehouse/db/tenant";
import { createTestTenant, isRefused, times } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { createProduct, getProduct, patchProduct, patchVariant } from "./index.ts";
import { createSubcategory } from "../subcategory/index.ts";
import { createSupplier } from "../supplier/index.ts";
import { newProduct, unitId } from "./new-product.fixture.ts";

test("only what is named changes, once however often it is sent, and is logged as what differs", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const pcs = await unitId(ctx);
  const input = newProduct(pcs, { description: "Kept", price: "5", cost: "2" });
  const { id } = input;
  await createProduct(ctx, input);
  const patch = { id, version: 1, price: "7.50" };
  expect(await patchProduct(ctx, patch)).toEqual({ version: 2 });
  expect(await patchProduct(ctx, patch)).toEqual({ version: 2 });
  expect(await patchProduct(ctx, { id, version: 2, price: null, name: "Other" })).toEqual({ version: 3 });
  expect(await getProduct(ctx, { id })).toMatchObject({ name: "Other", description: "Kept", price: null, cost: "2" });
  const lines = await tenant.db.select().from(auditLog).where(eq(auditLog.entityId, id)).orderBy(auditLog.id);
  expect(lines.slice(1).map(({ action, before, after }) => [action, before, after])).toEqual([
    ["products.update", { price: "5" }, { price: "7.5" }],
    ["products.update", { name: input.name, price: "7.5" }, { name: "Other", price: null }],
  ]);
});

test("of many changes from one version one is saved, whatever fields they name; the rest read that they are stale", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const input = newProduct(await unitId(ctx));
  await createProduct(ctx, input);
  const outcomes = await times(6, (n) =>
    patchProduct(ctx, { id: input.id, version: 1, ...(n % 2 === 0 ? { price: `${n + 1}` } : { name: `Name ${n}` }) }),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.filter(isRefused("STALE"))).toHaveLength(5);
});

test("a taken code is refused and leaves nothing; who may not change products changes none", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const pcs = await unitId(ctx);
  const [first, second] = [newProduct(pcs), newProduct(pcs)];
  await createProduct(ctx, first);
  await createProduct(ctx, second);
  const outcomes = await Promise.allSettled([
    patchProduct(ctx, { id: second.id, version: 1, code: first.code, name: "Half" }),
    patchProduct(tenant.ctx("employee"), { id: second.id, version: 1, name: "Half" }),
  ]);
  expect(outcomes.map(isRefused("TAKEN"))).toEqual([true, false]);
  expect(outcomes.map(isRefused("NOT_ALLOWED"))).toEqual([false, true]);
  expect(await getProduct(ctx, { id: second.id })).toMatchObject({ code: second.code, name: second.name, version: 1 });
});

test("a supplier and a group are named or taken away; a group of another category is refused", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const input = newProduct(await unitId(ctx), { category: "raw" });
  await createProduct(ctx, input);
  const [supplierId, subcategoryId, otherId] = [v7(), v7(), v7()];
  const firm = { contact: null, phone: null, email: null, address: null, taxNumber: null };
  await createSupplier(ctx, { id: supplierId, name: "Firm", ...firm });
  await createSubcategory(ctx, { id: subcategoryId, name: "Wire", category: "raw" });
  await createSubcategory(ctx, { id: otherId, name: "Fans", category: "finished" });
  expect(await patchProduct(ctx, { id: input.id, version: 1, supplierId, subcategoryId })).toEqual({ version: 2 });
  expect(await getProduct(ctx, { id: input.id })).toMatchObject({ supplierName: "Firm", subcategoryName: "Wire" });
  const wrong = patchProduct(ctx, { id: input.id, version: 2, subcategoryId: otherId });
  await expect(wrong).rejects.toSatisfy(isRefused("INVALID"));
  await patchProduct(ctx, { id: input.id, version: 2, supplierId: null });
  expect(await getProduct(ctx, { id: input.id })).toMatchObject({ supplierId: null, subcategoryId });
});

test("a minimum changes from the variant's version, once however often it is sent, and nothing else of it", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const input = newProduct(await unitId(ctx), { barcodes: ["8901"], minimumStock: "3" });
  await createProduct(ctx, input);
  const patch = { id: input.variantId, version: 1, minimumStock: "7" };
  expect(await patchVariant(ctx, patch)).toEqual({ version: 2 });
  expect(await patchVariant(ctx, patch)).toEqual({ version: 2 });
  const outcomes = await times(4, (n) => patchVariant(ctx, { ...patch, version: 2, minimumStock: String(n + 10) }));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.filter(isRefused("STALE"))).toHaveLength(3);
  await expect(patchVariant(tenant.ctx("employee"), patch)).rejects.toSatisfy(isRefused("NOT_ALLOWED"));
  const { variants } = await getProduct(ctx, { id: input.id });
  expect(variants).toMatchObject([{ version: 3, barcodes: ["8901"], sku: input.code }]);
});
