import { eq } from "@storehouse/db";
import { imports, products } from "@storehouse/db/tenant";
import { createTestTenant, isRefused, times } from "@storehouse/testing";
import { readFile } from "node:fs/promises";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { commitImport } from "./commit-import.ts";
import { messyCsv, messyRows, messyWorkbook } from "./fan-factory-sheet.fixture.ts";
import { getImportStatus, listImports } from "./import-status.ts";
import { newId } from "../new-id.ts";
import { previewImport } from "./preview-import.ts";
import { ended, importAll, outlive, proven, sizes, SMALL, upload } from "./run-whole-import.fixture.ts";
import { uploadImport } from "./upload-import.ts";
test("a sheet of 2,000 messy products comes in whole, and the same rows again change nothing", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const csv = messyCsv(messyRows(2_000), "utf-8");
  const plan = await upload(ctx, csv);
  const before = await sizes(tenant);
  const preview = await previewImport(ctx, plan);
  expect(preview.problems.filter((problem) => !problem.isWarning)).toEqual([]);
  expect(preview).toMatchObject({ creates: 2_000, updates: 0, unchanged: 0 });
  expect(preview.missing.locations).toHaveLength(4);
  expect(await sizes(tenant)).toEqual(before);

  await commitImport(ctx, outlive, plan);
  expect(await ended(ctx, plan.id)).toMatchObject({
    state: "DONE",
    result: { created: 2_000, entries: preview.entries },
    done: preview.rowCount,
  });
  expect(await sizes(tenant)).toMatchObject({
    products: 2_000,
    variants: 2_000,
    postings: 1,
    inventoryEntries: preview.entries,
  });
  expect(await proven(ctx)).toBe(true);
  const [formula] = await tenant.db
    .select({ text: products.description })
    .from(products)
    .where(eq(products.description, "=cmd|' /C calc'!A0"));
  expect(formula?.text).toBe("=cmd|' /C calc'!A0");

  for (const again of [csv, await messyWorkbook(messyRows(2_000))]) {
    const same = await previewImport(ctx, await upload(ctx, again));
    expect(same).toMatchObject({ problemCount: 0, creates: 0, updates: 0, entries: 0, unchanged: 2_000 });
  }
});

test("a sheet in Windows-1252 keeps its accents", async () => {
  await using tenant = await createTestTenant();
  const status = await importAll(tenant.ctx(), messyCsv(messyRows(60, "western"), "windows-1252"));
  expect(status).toMatchObject({ state: "DONE", result: { created: 60 } });
  const names = await tenant.db.select({ name: products.name }).from(products);
  expect(names.filter(({ name }) => name.includes('– qualité supérieure ½" é'))).toHaveLength(6);
});

test("what stops an import is refused at once and writes nothing", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const plan = await upload(ctx, `${SMALL}A-3,,pcs,1,1,Main store\n`);
  const before = await sizes(tenant);
  await expect(commitImport(ctx, outlive, plan)).rejects.toSatisfy(isRefused("IMPORT_HAS_PROBLEMS"));
  await expect(commitImport(ctx, outlive, { ...plan, makeMissing: false, skippedRows: [2] })).rejects.toSatisfy(
    isRefused("IMPORT_HAS_PROBLEMS"),
  );
  expect(await sizes(tenant)).toEqual(before);
  await commitImport(ctx, outlive, { ...plan, corrections: [{ row: 2, column: 1, text: "Rod" }] });
  expect(await ended(ctx, plan.id)).toMatchObject({ state: "DONE", result: { created: 3, entries: 3 } });
});

test("a failure in the middle leaves nothing, and the import can be started again", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const csv = messyCsv(messyRows(1_200), "utf-8");
  const plan = await upload(ctx, csv);
  const before = await sizes(tenant);
  // The moment the ledger is opened: the products stand already, in the same transaction.
  const failing = {
    ...ctx,
    now: () => {
      if (new Error().stack?.includes("open-posting")) throw new Error("pulled the plug");
      return new Date();
    },
  };
  await commitImport(failing, outlive, plan);
  const status = await ended(ctx, plan.id);
  expect(status.state).toBe("FAILED");
  expect(status.error).not.toMatch(/plug|select|insert/i);
  expect(await sizes(tenant)).toEqual(before);
  await commitImport(ctx, outlive, plan);
  expect(await ended(ctx, plan.id)).toMatchObject({ state: "DONE", result: { created: 1_200 } });
});

test("two, five, ten commits of one import write it once", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const plan = await upload(ctx, SMALL);
  const outcomes = await times(10, () => commitImport(ctx, outlive, plan));
  expect(outcomes.every(({ status }) => status === "fulfilled")).toBe(true);
  await ended(ctx, plan.id);
  await commitImport(ctx, outlive, plan);
  expect(await sizes(tenant)).toMatchObject({ products: 2, inventoryEntries: 2, postings: 1 });
});

test("a run whose process died has failed, and another takes it over", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const plan = await upload(ctx, SMALL);
  await tenant.db
    .update(imports)
    .set({ state: "RUNNING", done: 1, updatedAt: new Date(Date.now() - 60_000) })
    .where(eq(imports.id, plan.id));
  expect((await getImportStatus(ctx, { id: plan.id })).state).toBe("FAILED");
  await commitImport(ctx, outlive, plan);
  expect(await ended(ctx, plan.id)).toMatchObject({ state: "DONE", result: { created: 2 } });
});

test("what is there is changed by what the sheet says and by nothing else", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  await importAll(ctx, SMALL);
  const status = await importAll(ctx, "Code,Name,Price,Minimum stock,Barcode\nA-1,,12.50,20,890123456\nA-2,Blade,,,\n");
  expect(status).toMatchObject({ state: "DONE", result: { created: 0, updated: 1, unchanged: 1, entries: 0 } });
  const [fan] = await tenant.db.select().from(products).where(eq(products.code, "A-1"));
  expect(fan).toMatchObject({ name: "Fan", price: "12.5000", cost: "100.0000", version: 2 });
});

test("the example that is offered for download comes in without a word", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const file = await readFile(new URL("../../../../apps/web/public/examples/products.csv", import.meta.url));
  const preview = await previewImport(ctx, await upload(ctx, file));
  expect(preview).toMatchObject({ problems: [], creates: 24, entries: 24 });
  expect(await importAll(ctx, file)).toMatchObject({ state: "DONE", result: { created: 24, entries: 24 } });
  expect(await proven(ctx)).toBe(true);
});

test("a sheet sent again is kept once, and its id is no other sheet's", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const sheet = { id: newId(), fileName: "stock.csv", content: { kind: "text" as const, text: SMALL } };
  expect(await uploadImport(ctx, sheet)).toEqual(await uploadImport(ctx, sheet));
  const other = { ...sheet, content: { ...sheet.content, text: `${SMALL}A-3,Hub,pcs,1,1,Main store\n` } };
  await expect(uploadImport(ctx, other)).rejects.toSatisfy(isRefused("KEY_REUSED"));
  await expect(uploadImport(ctx, { ...sheet, fileName: "else.csv" })).rejects.toSatisfy(isRefused("KEY_REUSED"));
});

test("only those who may import can", async () => {
  await using tenant = await createTestTenant();
  const plan = await upload(tenant.ctx(), SMALL);
  for (const role of ["employee", "viewer"] as const) {
    const ctx = tenant.ctx(role);
    const calls = [
      upload(ctx, SMALL),
      previewImport(ctx, plan),
      commitImport(ctx, outlive, plan),
      getImportStatus(ctx, { id: plan.id }),
      listImports(ctx, { limit: 5 }),
    ];
    for (const outcome of await Promise.allSettled(calls)) expect(outcome).toSatisfy(isRefused("NOT_ALLOWED"));
  }
  expect(await sizes(tenant)).toMatchObject({ products: 0 });
});

test("5,000 rows with opening stock are in within 20 seconds", async () => {
  await using tenant = await createTestTenant();
  const ctx = tenant.ctx();
  const rows = Array.from(
    { length: 5_000 },
    (_, at) => `X-${at},Part ${at},pcs,${1 + (at % 50)},${at}.25,Main store,Group ${at % 20},Vendor ${at % 30}`,
  );
  const plan = await upload(ctx, `Code,Name,Unit,Quantity,Cost,Location,Group,Vendor\n${rows.join("\n")}`);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const startedAt = performance.now();
  await commitImport(ctx, outlive, plan);
  const seen = new Set<number>();
  let status = await getImportStatus(ctx, { id: plan.id });
  while (status.state === "RUNNING") {
    seen.add(status.done);
    await sleep(20);
    status = await getImportStatus(ctx, { id: plan.id });
  }
  const tookMs = performance.now() - startedAt;
  console.info(
    `5,000 rows imported in ${Math.round(tookMs)} ms, progress seen ${seen.size} times, the loop held up for ${Math.round(delay.max / 1e6)} ms at most, ${Math.round(delay.percentile(99) / 1e6)} ms in 99 of 100 turns`,
  );
  delay.disable();
  expect(status).toMatchObject({ state: "DONE", result: { created: 5_000, entries: 5_000 } });
  expect(tookMs).toBeLessThan(20_000);
  expect(seen.size).toBeGreaterThan(3);
});
