import { eq } from "@storehouse/db";
import { settings, suppliers, users } from "@storehouse/db/tenant";
import { EXPORT_ROWS_MAX, ExportListInput, type ExportListWish } from "@storehouse/domain";
import { createTestTenant, isRefused, type TestTenant } from "@storehouse/testing";
import { monitorEventLoopDelay } from "node:perf_hooks";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import type { TenantContext } from "../context.ts";
import { chunksOf } from "../import/in-chunks.ts";
import { newId } from "../new-id.ts";
import { exportList } from "./export-list.ts";

type Seen = Pick<ExportListWish, "list"> & { filters: object };

const inputOf = (seen: Seen, format: "csv" | "xlsx", ids: readonly string[]): ExportListInput =>
  ExportListInput.parse({ ...seen, format, columns: ids.map((id) => ({ id, title: `Title of ${id}` })) });

async function csvOf(ctx: TenantContext, seen: Seen, ids: readonly string[]): Promise<string[]> {
  const { base64 } = await exportList(ctx, inputOf(seen, "csv", ids));
  return Buffer.from(base64, "base64").toString("utf8").slice(1).split("\r\n");
}

async function sheetOf(ctx: TenantContext, seen: Seen, ids: readonly string[]) {
  const { base64 } = await exportList(ctx, inputOf(seen, "xlsx", ids));
  const [sheet] = await readWorkbook(Buffer.from(base64, "base64"));
  return sheet?.data ?? [];
}

const HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "'=1", "a\t=1"];

async function withSuppliers(tenant: TestTenant, names: readonly string[], archivedAt: Date | null = null) {
  const at = { createdAt: new Date(), updatedAt: new Date(), archivedAt };
  for (const some of chunksOf(names)) {
    await tenant.db.insert(suppliers).values(some.map((name) => ({ id: newId(), name, phone: "-12", ...at })));
  }
}

test("a list comes as it is seen: its filters, its order, its columns under their headings", async () => {
  await using tenant = await createTestTenant();
  for (const [code, onHand] of [
    ["B-1", 5],
    ["A-1", 12],
    ["A-2", 3],
  ] as const)
    await tenant.product({ code, name: `Fan ${code}`, onHand, unitCost: "2.5" });
  const filters = { search: "a-", sort: "onHand", direction: "desc" };
  expect(await csvOf(tenant.ctx(), { list: "products", filters }, ["code", "onHand", "value"])).toEqual([
    "Title of code,Title of onHand,Unit,Title of value",
    "A-1,12,pcs,30",
    "A-2,3,pcs,7.5",
  ]);
});

test("the words of a file are in the language of its headings, else in the language of the person's profile", async () => {
  await using tenant = await createTestTenant();
  await tenant.product({ code: "A-1", name: "Fan", onHand: 12 });
  await tenant.db.update(users).set({ language: "hi" }).where(eq(users.id, tenant.userIds.master));
  const seen = { list: "products", filters: {} } as const;
  const ids = ["code", "category", "onHand", "state", "source"];
  expect(await csvOf(tenant.ctx(), seen, ids)).toEqual([
    "Title of code,Title of category,Title of onHand,इकाई,Title of state,Title of source",
    "A-1,तैयार,12,pcs,ठीक,ख़रीदा",
  ]);
  const { base64 } = await exportList(tenant.ctx(), { ...inputOf(seen, "csv", ids), language: "en" });
  expect(Buffer.from(base64, "base64").toString("utf8")).toContain("A-1,Finished,12,pcs,Fine,Bought");
  expect(await csvOf(tenant.ctx("manager"), seen, ["category"])).toContain("Finished");
  expect((await csvOf(tenant.ctx(), { list: "entries", filters: {} }, ["type"]))[1]).toBe("आरंभिक स्टॉक");
});

test("in a workbook numbers are numbers, and moments stand as the factory's clocks showed them", async () => {
  await using tenant = await createTestTenant();
  await tenant.db.update(settings).set({ timeZone: "Asia/Kolkata" });
  await tenant.product({ code: "A-1", name: "=Fan", onHand: 12, unitCost: "2.5" });
  const ctx = tenant.ctx();
  const seen = { list: "entries", filters: {} } as const;
  const [titles, row] = await sheetOf(ctx, seen, ["at", "product", "quantity", "value"]);
  expect(titles).toEqual(["Title of at", "Title of product", "Title of quantity", "Unit", "Title of value"]);
  expect(row?.slice(1)).toEqual(["=Fan", 12, "pcs", 30]);
  const [, told] = await csvOf(ctx, seen, ["at"]);
  expect(new Date(String(row?.[0])).toISOString().slice(0, 16).replace("T", " ")).toBe(told?.slice(0, 16));
  const kolkata = new Date(Date.now() + 5.5 * 3_600_000).toISOString().slice(0, 13).replace("T", " ");
  expect(told?.slice(0, 13)).toBe(kolkata);
});

test("no cell of a CSV begins like a formula, its headings included; a minus before a number is one", async () => {
  await using tenant = await createTestTenant();
  await withSuppliers(tenant, HOSTILE);
  const columns = [
    { id: "name", title: "=cmd" },
    { id: "phone", title: "Phone" },
  ];
  const input = ExportListInput.parse({ list: "suppliers", filters: {}, format: "csv", columns });
  const { base64 } = await exportList(tenant.ctx(), input);
  const lines = Buffer.from(base64, "base64").toString("utf8").slice(1).split("\r\n");
  expect(lines[0]).toBe("'=cmd,Phone");
  expect(lines).toHaveLength(HOSTILE.length + 1);
  for (const line of lines.slice(1)) expect(line).toMatch(/^"?('|a\t)/);
  expect(lines[1]).toMatch(/,'-12$/);
});

test("who is limited to a place gets what is there and nothing else", async () => {
  await using tenant = await createTestTenant();
  const [near, far] = [await tenant.location(), await tenant.location()];
  await tenant.product({ code: "N-1", locationId: near, onHand: 4 });
  await tenant.product({ code: "F-1", locationId: far, onHand: 9 });
  const ctx = tenant.ctx();
  const scoped = { ...ctx, actor: { ...ctx.actor, places: new Set([near]) } } as TenantContext;
  const lines = await csvOf(scoped, { list: "levels", filters: {} }, ["sku", "onHand"]);
  expect(lines.slice(1)).toEqual(["N-1,4,pcs"]);
});

test("refuses who may not, and who may not see the list; a column that the list has not", async () => {
  await using tenant = await createTestTenant();
  const suppliersInput = inputOf({ list: "suppliers", filters: {} }, "csv", ["name"]);
  await expect(exportList(tenant.ctx("employee"), suppliersInput)).rejects.toSatisfy(isRefused("NOT_ALLOWED"));
  const people = inputOf({ list: "apiKeys", filters: {} }, "csv", ["name"]);
  await expect(exportList(tenant.ctx("manager"), people)).rejects.toSatisfy(isRefused("NOT_ALLOWED"));
  const odd = inputOf({ list: "suppliers", filters: {} }, "csv", ["name", "constructor"]);
  await expect(exportList(tenant.ctx(), odd)).rejects.toMatchObject({
    failure: { code: "INVALID", field: "columns.1.id" },
  });
});

test("as many lines as a file holds come without holding others up; one more is refused", {
  timeout: 120_000,
}, async () => {
  await using tenant = await createTestTenant();
  await withSuppliers(
    tenant,
    Array.from({ length: EXPORT_ROWS_MAX }, (_, at) => `Supplier ${String(at).padStart(6, "0")}`),
  );
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const startedAt = performance.now();
  const lines = await csvOf(tenant.ctx(), { list: "suppliers", filters: {} }, ["name", "phone"]);
  console.info(
    `${lines.length} lines: ${Math.round(performance.now() - startedAt)} ms, p99 delay ${delay.percentile(99) / 1e6} ms`,
  );
  delay.disable();
  expect(lines).toHaveLength(EXPORT_ROWS_MAX + 1);
  await withSuppliers(tenant, ["Yet another"]);
  await expect(
    exportList(tenant.ctx(), inputOf({ list: "suppliers", filters: {} }, "csv", ["name"])),
  ).rejects.toSatisfy(isRefused("TOO_LARGE"));
});
