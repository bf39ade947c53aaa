import type { Page as Rows, ProductRow } from "@storehouse/domain";
import { expect, type Page, test } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { ask } from "../pages/call.ts";
import { importSheet } from "../pages/import.ts";
import { newFactory, register } from "../pages/new-factory.ts";
import { untilListening } from "../pages/until-listening.ts";

/** More than one page of the list, and one that the filter leaves out. */
const COUNT = 60;
const SHEET = [
  "Code,Name,Category,Unit,Price",
  ...Array.from({ length: COUNT }, (_, at) => `FAN-${String(at).padStart(2, "0")},Fan ${at},finished,pcs,100`),
  "ROD-1,=Rod,raw,kg,100",
].join("\n");

async function pricesOf(page: Page, search: string): Promise<Record<string, number>> {
  const { rows } = await ask<Rows<ProductRow>>(page, "products.list", { search, limit: 200 });
  return Object.fromEntries(
    Object.entries(Object.groupBy(rows, (row) => row.price ?? "none")).map(([price, some]) => [
      price,
      some?.length ?? 0,
    ]),
  );
}

test("a sheet comes in, all that match are changed as previewed, the list is saved, and one undo puts all back", async ({
  page,
}) => {
  await register(page, newFactory("Fans"));
  await importSheet(page, { name: "products.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) });

  await page.goto("/products?q=fan");
  const all = page.getByRole("checkbox", { name: "Select all loaded rows" });
  await untilListening(all);
  await expect(page.getByRole("checkbox", { name: "Select Fan 0", exact: true })).toBeVisible();
  await all.click();
  await page.getByRole("button", { name: `Choose all ${COUNT} that match` }).click();
  await page.getByRole("checkbox", { name: "Select Fan 1", exact: true }).click();
  await expect(page.getByText(`${COUNT - 1} chosen`)).toBeVisible();

  await page.getByRole("button", { name: "Change", exact: true }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("Percent").fill("5");
  await sheet.getByRole("button", { name: "See what will change" }).click();
  await expect(sheet.getByRole("button", { name: `To change ${COUNT - 1}` })).toBeVisible();
  await expect(sheet.getByText("Nothing is changed yet.")).toBeVisible();
  expect(await pricesOf(page, "fan")).toEqual({ 100: COUNT });
  await sheet.getByRole("button", { name: `Change ${COUNT - 1} products` }).click();
  await expect(sheet.getByText(`${COUNT - 1} products changed.`)).toBeVisible();
  expect(await pricesOf(page, "fan")).toEqual({ 100: 1, 105: COUNT - 1 });
  expect(await pricesOf(page, "rod")).toEqual({ 100: 1 });

  await sheet.getByRole("button", { name: "Undo" }).click();
  await expect(sheet.getByText(`${COUNT - 1} products put back as before.`)).toBeVisible();
  expect(await pricesOf(page, "fan")).toEqual({ 100: COUNT });
  await sheet.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText(/ chosen$/)).toHaveCount(0);

  await page.goto("/products?q=rod");
  const save = page.getByRole("button", { name: "Export" });
  await untilListening(save);
  await save.click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Text (.csv)" }).first().click();
  const text = await readFile(await (await download).path(), "utf8");
  expect(text.trim().split("\r\n")).toHaveLength(2);
  expect(text).toMatch(/^\ufeffCode,Name,Category,On hand,Unit,/);
  expect(text).toContain("ROD-1,'=Rod,Raw material,0,kg,");
});
