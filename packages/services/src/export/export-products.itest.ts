import { eq } from "@storehouse/db";
import { products, suppliers, users, variants } from "@storehouse/db/tenant";
import { ImportPlan } from "@storehouse/domain";
import { createTestTenant, isRefused } from "@storehouse/testing";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { TenantContext } from "../context.ts";
import { commitImport } from "../import/commit-import.ts";
import { messyCsv, messyRows } from "../import/fan-factory-sheet.fixture.ts";
import { getImportStatus } from "../import/import-status.ts";
import { previewImport } from "../import/preview-import.ts";
import { readSheet } from "../import/read/read-sheet.ts";
import { uploadImport } from "../import/upload-import.ts";
import { postEntries } from "../inventory/post-entries.ts";
import { newId } from "../new-id.ts";
import { exportProducts } from "./export-products.ts";

const outlive = (work: Promise<void>): void => void work;

async function upload(ctx: TenantContext, base64: string): Promise<ImportPlan> {
  const id = newId();
  const sheet = await uploadImport(ctx, { id, fileName: "x", content: { kind: "file", base64 } });
  return ImportPlan.parse({ id, columns: sheet.columns, makeMissing: true });
}

async function importText(ctx: TenantContext, text: string | Uint8Array): Promise<void> {
  const plan = await upload(ctx, Buffer.from(text).toString("base64"));
  const { problems } = await previewImport(ctx, plan);
  expect(problems.filter((problem) => !problem.isWarning)).toEqual([]);
  await commitImport(ctx, outlive, plan);
  let status = await getImportStatus(ctx, plan);
  while (status.state === "RUNNING") {
    await sleep(20);
    status = await getImportStatus(ctx, plan);
  }
  expect(status).toMatchObject({ state: "DONE", error: null });
}

const FORMATS = ["csv", "xlsx"] as const;
const NOTHING = { problems: [], problemCount: 0, creates: 0, updates: 0, entries: 0 };

const HOSTILE = [
  '=HYPERLINK("http://x.example","y")',
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-2+3",
  "@SUM(A1:A9)",
  "＝1+1",
  "＋9",
  "－9",
  "＠x",
  "'=1",
  "''=1",
  "'quoted'",
  'he said "6""',
  "comma, semicolon; tab bar|",
  "_x0041_ and _x000D_",
  "<b>&amp;</b>",
  "007",
  "1E5",
  "TRUE",
  "2026-03-31",
  "पंखा १२०० मिमी",
  "😀 fan",
  "-",
  "n/a",
];

test("hostile names come back to the letter, and the same list again changes nothing", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  for (const [at, name] of HOSTILE.entries())
    await tenant.product({ code: `H-${at}`, name, onHand: at + 1, unitCost: "2.5" });
  const at = { createdAt: new Date(), updatedAt: new Date() };
  const supplierId = newId();
  await tenant.db.insert(suppliers).values({ id: supplierId, name: "-", ...at });
  const description = "=1+1\nsecond line, _x0041_";
  await tenant.db
    .update(products)
    .set({ supplierId, description, price: "0.1000", cost: "12345678901.1234" })
    .where(eq(products.code, "H-3"));
  await tenant.db.update(variants).set({ minimumStock: "0.000001" }).where(eq(variants.sku, "H-4"));
  for (const format of FORMATS) {
    const { base64 } = await exportProducts(ctx, { format });
    expect(await previewImport(ctx, await upload(ctx, base64))).toMatchObject({
      ...NOTHING,
      unchanged: HOSTILE.length,
    });
    const { rows } = await readSheet(Buffer.from(base64, "base64"));
    const names = new Map(rows.map((row) => [row[0], row[1]]));
    expect(HOSTILE.map((_, index) => names.get(`H-${index}`))).toEqual(HOSTILE);
  }
});

test("no text cell of a CSV begins like a formula", async () => {
  await using tenant = await createTestTenant();
  for (const name of HOSTILE) await tenant.product({ name });
  const { base64 } = await exportProducts(tenant.ctx(), { format: "csv" });
  const text = Buffer.from(base64, "base64").toString("utf8").slice(1);
  expect(text.split(/,|\r\n/).filter((cell) => /^"?[=+\-@\t＝＋－＠]/.test(cell) && !/^"?-?\d/.test(cell))).toEqual([]);
});

test("variants, packs, barcodes and stock at several places make a round trip", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  await importText(
    ctx,
    [
      "Code,SKU,Variant,Name,Unit,Pack unit,Pack size,Barcode,Location,Quantity,Cost,Minimum stock",
      'F-1,F-1-W,White,Fan,pcs,box,12,"8901\n8902",North store,10,100,5',
      "F-1,F-1-W,White,Fan,pcs,box,12,,South store,4,100,",
      "F-1,F-1-B,Brown,Fan,pcs,box,12,8903,North store,2 box,100,",
      "W-1,,,Wire,kg,roll,2.5,,South store,12.345,850.5,",
      "S-1,,,Sheet,kg,,,,,,,",
    ].join("\n"),
  );
  const [white] = await tenant.db.select().from(variants).where(eq(variants.sku, "F-1-W"));
  const [fan] = await tenant.db.select().from(products).where(eq(products.code, "F-1"));
  const line = { variantId: white?.id ?? "", locationId: fan?.defaultLocationId ?? "", quantity: "3" };
  await postEntries(ctx, { clientId: newId(), type: "sale", reference: null, note: null, lines: [line] });
  for (const format of FORMATS) {
    const { base64, fileName } = await exportProducts(ctx, { format });
    expect(fileName).toMatch(new RegExp(`^products-\\d{4}-\\d\\d-\\d\\d\\.${format}$`));
    expect(await previewImport(ctx, await upload(ctx, base64))).toMatchObject({ ...NOTHING, unchanged: 3 });
    const { rows } = await readSheet(Buffer.from(base64, "base64"));
    expect(rows).toHaveLength(5);
  }
});

test("whoever is spoken to in Hindi gets a list in Hindi, which comes back without a change", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  await importText(
    ctx,
    "Code,Name,Category,Source,Unit\nR-1,Rod,raw,trading,kg\nF-1,Fan,finished,manufacturing,pcs\nB-1,Blade,semi,manufacturing,pcs\nG-1,Glue,consumable,trading,kg",
  );
  await tenant.db.update(users).set({ language: "hi" }).where(eq(users.id, tenant.userIds.master));
  for (const format of FORMATS) {
    const { base64 } = await exportProducts(ctx, { format });
    const { header, rows } = await readSheet(Buffer.from(base64, "base64"));
    expect(header.slice(0, 4)).toEqual(["कोड", "नाम", "विवरण", "श्रेणी"]);
    expect(rows.map((row) => row[3])).toEqual(["अधबना", "तैयार", "खपत का", "कच्चा माल"]);
    expect(await previewImport(ctx, await upload(ctx, base64))).toMatchObject({ ...NOTHING, unchanged: 4 });
  }
});

test("2,000 products make the round trip into another factory and back", async () => {
  await using first = await createTestTenant();
  await using second = await createTestTenant();
  await importText(first.ctx(), messyCsv(messyRows(2_000), "utf-8"));
  for (const format of FORMATS) {
    const startedAt = performance.now();
    const { base64 } = await exportProducts(first.ctx(), { format });
    console.info(
      `${format} of 2,000 products: ${Math.round(performance.now() - startedAt)} ms, ${Math.round(base64.length * 0.75)} bytes`,
    );
    expect(await previewImport(first.ctx(), await upload(first.ctx(), base64))).toMatchObject({
      ...NOTHING,
      unchanged: 2_000,
    });
    if (format === "csv") await importText(second.ctx(), Buffer.from(base64, "base64"));
  }
  const both = await Promise.all([first, second].map((tenant) => exportProducts(tenant.ctx(), { format: "csv" })));
  expect(both[1]?.base64).toBe(both[0]?.base64);
});

test("only those who may export can", async () => {
  await using tenant = await createTestTenant();
  await expect(exportProducts(tenant.ctx("employee"), { format: "csv" })).rejects.toSatisfy(isRefused("NOT_ALLOWED"));
});
