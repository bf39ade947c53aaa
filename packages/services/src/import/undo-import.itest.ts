import { eq, isNull } from "@storehouse/db";
import { barcodes, products, variants } from "@storehouse/db/tenant";
import { createTestTenant, isRefused } from "@storehouse/testing";
import { expect, test } from "vitest";
import { newId } from "../new-id.ts";
import { postEntries } from "../inventory/post-entries.ts";
import { reverse } from "../inventory/reverse.ts";
import { getImportStatus, listImports } from "./import-status.ts";
import { undoImport } from "./undo-import.ts";
import { importAll, proven, SMALL } from "./run-whole-import.fixture.ts";

test("an import is taken back whole, made again, and stays where people have booked since", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const first = await importAll(ctx, SMALL);
  const clientId = newId();
  expect(await undoImport(ctx, { id: first.id, clientId })).toEqual({});
  expect(await undoImport(ctx, { id: first.id, clientId })).toEqual({});
  expect((await getImportStatus(ctx, { id: first.id })).state).toBe("UNDONE");
  const rows = await tenant.db
    .select({ isArchived: products.isArchived, id: variants.id })
    .from(products)
    .innerJoin(variants, eq(variants.productId, products.id));
  expect(rows.map(({ isArchived }) => isArchived)).toEqual([1, 1]);
  expect(await tenant.onHand(rows[0]?.id ?? "")).toBe("0");

  const again = await importAll(ctx, SMALL);
  expect(again).toMatchObject({ state: "DONE", result: { created: 0, updated: 2, entries: 2 } });
  const second = await importAll(ctx, "Code,Name,Quantity,Location\nB-1,Rod,7,Main store\n");
  const [rod] = await tenant.db
    .select({ id: variants.id, at: products.defaultLocationId })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(eq(variants.sku, "B-1"));
  const { postingId } = await postEntries(ctx, {
    clientId: newId(),
    type: "sale",
    reference: null,
    note: null,
    lines: [{ variantId: rod?.id ?? "", locationId: rod?.at ?? "", quantity: "2" }],
  });
  await expect(undoImport(ctx, { id: second.id, clientId: newId() })).rejects.toSatisfy(isRefused("IN_USE"));
  expect((await getImportStatus(ctx, { id: second.id })).state).toBe("DONE");
  await reverse(ctx, { clientId: newId(), postingId, reason: "Typed by mistake" });
  expect(await undoImport(ctx, { id: second.id, clientId: newId() })).toEqual({});
  expect(await proven(ctx)).toBe(true);
  expect((await listImports(ctx, { limit: 2 })).rows.map(({ id }) => id)).toEqual([second.id, again.id]);
});

test("what an import changed has its old values again once it is taken back, unless somebody changed it since", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  await importAll(ctx, SMALL);
  const text =
    "Code,SKU,Variant,Name,Price,Minimum stock,Barcode,Location,Quantity\nA-1,,,Big fan,12.50,20,890123456,,\nA-2,A-2-X,Long,,9,,,North,5\n";
  const second = await importAll(ctx, text);
  expect(second).toMatchObject({ state: "DONE", result: { created: 0, updated: 2, entries: 1 } });
  await undoImport(ctx, { id: second.id, clientId: newId() });
  const rows = await tenant.db
    .select({ code: products.code, name: products.name, price: products.price, isArchived: products.isArchived })
    .from(products)
    .orderBy(products.code);
  expect(rows).toEqual([
    { code: "A-1", name: "Fan", price: null, isArchived: 0 },
    { code: "A-2", name: "Blade", price: null, isArchived: 0 },
  ]);
  const kept = await tenant.db
    .select({ sku: variants.sku, minimum: variants.minimumStock })
    .from(variants)
    .where(isNull(variants.archivedAt))
    .orderBy(variants.sku);
  expect(kept).toEqual([
    { sku: "A-1", minimum: null },
    { sku: "A-2", minimum: null },
  ]);
  expect(await tenant.db.select().from(barcodes)).toEqual([]);
  expect(await proven(ctx)).toBe(true);

  const third = await importAll(ctx, "Code,Name\nA-1,Third\n");
  await tenant.db.update(products).set({ version: 99 }).where(eq(products.code, "A-1"));
  await expect(undoImport(ctx, { id: third.id, clientId: newId() })).rejects.toSatisfy(isRefused("STALE"));
  expect((await getImportStatus(ctx, { id: third.id })).state).toBe("DONE");
});
