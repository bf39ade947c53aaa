import type { Dashboard, EntryRow, LedgerProof, Page as Rows } from "@storehouse/domain";
import { expect, type Page, test } from "@playwright/test";
import { ask } from "../pages/call.ts";
import { newFactory, register } from "../pages/new-factory.ts";

const TIMEOUT = { timeout: 30_000 };

/** The number a card of Home shows, as a number. */
async function numberOf(page: Page, label: string): Promise<number> {
  const text = await page.getByRole("link", { name: new RegExp(`^${label}`) }).innerText();
  return Number(/\n[^\d\n]*([\d,.]+)/.exec(text)?.[1]?.replaceAll(",", ""));
}

test("a sample factory comes in one press, its numbers open what they are made of, and it goes in one", async ({
  page,
}) => {
  await register(page, newFactory("Look"));
  await page.getByRole("button", { name: "Load a sample factory" }).click();
  await expect(page.getByText(/^This is a sample factory/)).toBeVisible(TIMEOUT);

  const home = await ask<Dashboard>(page, "dashboard.get", undefined);
  await expect.poll(() => numberOf(page, "Stock value"), TIMEOUT).toBe(Math.round(Number(home.stockValue) * 100) / 100);
  expect(await numberOf(page, "Low stock")).toBe(home.lowProducts);
  expect(await numberOf(page, "Booked today")).toBe(home.bookedToday);
  expect(home.bookedToday).toBeGreaterThan(0);

  await page.getByRole("link", { name: /^Booked today/ }).click();
  await page.waitForURL("**/stock/entries?**");
  const asked = new URL(page.url()).searchParams;
  expect(asked.get("from")).toBe(home.today);
  await expect(page.getByRole("row").or(page.getByRole("listitem")).first()).toBeVisible(TIMEOUT);
  const today = await ask<Rows<EntryRow>>(page, "inventory.entries", {
    types: asked.get("types")?.split(","),
    from: `${home.today}T00:00:00.000Z`,
    isStanding: true,
    limit: 200,
  });
  expect(today.rows).toHaveLength(home.bookedToday);
  await page.goBack();

  const best = home.sellers[0];
  await page
    .getByRole("link", { name: new RegExp(best?.productName ?? "none") })
    .first()
    .click();
  await page.waitForURL("**/stock/entries?**variant=**");
  await expect(page.getByRole("button", { name: `Only ${best?.productName}` })).toBeVisible(TIMEOUT);
  const sold = await ask<Rows<EntryRow>>(page, "inventory.entries", {
    types: ["sale", "sale_return"],
    variantId: best?.variantId,
    from: `${home.sellersSince}T00:00:00.000Z`,
    isStanding: true,
    limit: 200,
  });
  expect(-sold.rows.reduce((sum, { quantity }) => sum + Number(quantity), 0)).toBe(Number(best?.quantity));

  await page.goto("/products");
  await page.getByRole("button", { name: "Remove the sample" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove the sample" }).click();
  await expect(page.getByText("No products yet")).toBeVisible(TIMEOUT);
  await page.goto("/stock");
  await expect(page.getByText("Nothing in stock yet")).toBeVisible(TIMEOUT);
  await page.goto("/stock/entries");
  await expect(page.getByText("No entries yet")).toBeVisible(TIMEOUT);
  await page.goto("/home");
  await expect(page.getByRole("button", { name: "Load a sample factory" })).toBeVisible(TIMEOUT);
  expect(await numberOf(page, "Booked today")).toBe(0);
  expect((await ask<LedgerProof>(page, "inventory.verify", {}, "mutate")).isProven).toBe(true);
});
