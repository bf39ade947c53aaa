import { AxeBuilder } from "@axe-core/playwright";
import type { BackupStatus, LocationRow, Page as Rows, SupplierRow } from "@storehouse/domain";
import { expect, type Page, test } from "@playwright/test";
import { v7 } from "uuid";
import { ask } from "../pages/call.ts";
import { newFactory, register } from "../pages/new-factory.ts";
import { untilListening } from "../pages/until-listening.ts";

const send = <T = unknown>(page: Page, path: string, input: unknown): Promise<T> => ask<T>(page, path, input, "mutate");
const firm = { contact: null, phone: null, email: null, address: null, taxNumber: null };

/** Three suppliers, and a backup of them that was restored to see. */
async function savedFactory(page: Page): Promise<readonly string[]> {
  const ids = [v7(), v7(), v7()];
  for (const [at, id] of ids.entries()) await send(page, "suppliers.create", { id, name: `Firm ${at + 1}`, ...firm });
  const { id } = await send<{ id: string }>(page, "backup.trigger", { id: v7() });
  const verified = async () => (await ask<BackupStatus>(page, "backup.status", undefined)).lastVerified?.id;
  await expect.poll(verified, { timeout: 30_000 }).toBe(id);
  return ids;
}

/** Two are renamed and one is put out of use, by mistake. */
async function breakThem(page: Page, ids: readonly string[]): Promise<void> {
  const [a = "", b = "", c = ""] = ids;
  await send(page, "suppliers.update", { id: a, version: 1, name: "Oops", ...firm });
  await send(page, "suppliers.update", { id: b, version: 1, name: "Firm 2", ...firm, phone: "000" });
  await send(page, "suppliers.archive", { id: c, version: 1, isArchived: true });
  await send(page, "locations.create", { id: v7(), name: "New shed", type: "WAREHOUSE", siteId: null });
}

const namesOf = async (page: Page): Promise<readonly string[]> =>
  (await ask<Rows<SupplierRow>>(page, "suppliers.list", { limit: 50 })).rows.map(({ name }) => name);

/** On a phone, where the rows are cards, each is chosen by itself. */
async function chooseAll(page: Page): Promise<void> {
  const onCards = page.getByRole("button", { name: "Choose rows" });
  if (!(await onCards.isVisible())) return page.getByRole("checkbox", { name: "Select all loaded rows" }).click();
  await onCards.click();
  for (const name of ["Oops", "Firm 2", "Firm 3"]) await page.getByRole("checkbox", { name: `Select ${name}` }).click();
}

test("a master breaks three records, opens a side copy of the last backup and takes them back, today's work untouched", async ({
  page,
}) => {
  await register(page, newFactory("Safety box"));
  await breakThem(page, await savedFactory(page));
  expect(await namesOf(page)).toEqual(["Firm 2", "Oops"]);

  await page.goto("/backups");
  const open = page.getByRole("button", { name: /^Open a side copy/ }).first();
  await untilListening(open);
  await open.click();
  await page.waitForURL("**/backups/copies/**");
  const kinds = page.getByRole("navigation", { name: "What differs from now" });
  await expect(kinds.getByRole("button", { name: "Suppliers" })).toBeVisible({ timeout: 30_000 });
  await expect(kinds.getByRole("button", { name: "Places" })).toContainText("1");
  await kinds.getByRole("button", { name: "Suppliers" }).click();
  await expect(page.getByRole("main")).toContainText("Firm 1");
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations).toEqual([]);

  await chooseAll(page);
  await page.getByRole("button", { name: "Take back" }).click();
  const asking = page.getByRole("dialog");
  await expect(asking).toContainText("Take back 3 records?");
  await asking.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText(/^3 records are as on .* again/)).toBeVisible();
  expect(await namesOf(page)).toEqual(["Firm 1", "Firm 2", "Firm 3"]);
  const places = await ask<Rows<LocationRow>>(page, "locations.list", { limit: 50 });
  expect(places.rows.map(({ name }) => name)).toContain("New shed");

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("What was taken back is undone")).toBeVisible();
  expect(await namesOf(page)).toEqual(["Firm 2", "Oops"]);
  await page.getByRole("button", { name: "Close the copy" }).click();
  await page.waitForURL("**/backups");
});
