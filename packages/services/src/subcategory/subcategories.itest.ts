import { createTestTenant } from "@storehouse/testing";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { createProduct, updateProduct } from "../product/index.ts";
import { changeOf, newProduct, unitId } from "../product/new-product.fixture.ts";
import { archiveSubcategory, createSubcategory, listSubcategories, updateSubcategory } from "./index.ts";

test("one name may stand once in each category", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  await createSubcategory(ctx, { id: v7(), category: "raw", name: "Steel" });
  await createSubcategory(ctx, { id: v7(), category: "semi", name: "Steel" });
  await expect(createSubcategory(ctx, { id: v7(), category: "raw", name: "steel" })).rejects.toMatchObject({
    failure: { code: "TAKEN", field: "name" },
  });
  const all = { search: null, isArchived: false, limit: 1 };
  const first = await listSubcategories(ctx, all);
  const second = await listSubcategories(ctx, { ...all, after: first.next });
  expect([...first.rows, ...second.rows].map(({ category }) => category)).toEqual(["raw", "semi"]);
  expect(second.next).toBeUndefined();
});

test("it keeps its category while products are in it, and its products when it is archived", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const id = v7();
  await createSubcategory(ctx, { id, category: "raw", name: "Steel" });
  const product = { ...newProduct(await unitId(ctx)), category: "raw" as const, subcategoryId: id };
  await createProduct(ctx, product);
  await expect(updateSubcategory(ctx, { id, version: 1, category: "semi", name: "Steel" })).rejects.toMatchObject({
    failure: { code: "IN_USE", entity: "subcategory", by: "product", count: 1 },
  });
  expect(await archiveSubcategory(ctx, { id, version: 1, isArchived: true })).toEqual({ version: 2 });

  expect(await updateProduct(ctx, changeOf(product, 1, { name: "Renamed" }))).toEqual({ version: 2 });
  const late = { ...newProduct(product.baseUnitId), category: "raw" as const, subcategoryId: id };
  await expect(createProduct(ctx, late)).rejects.toMatchObject({
    failure: { code: "ARCHIVED", entity: "subcategory", field: "subcategoryId" },
  });
});
