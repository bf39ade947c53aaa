import { expect, type Page } from "@playwright/test";

/** Brings in a sheet by the four steps, making what is missing on the way. */
export async function importSheet(
  page: Page,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.goto("/products/import");
  await page.getByLabel("The sheet's file").setInputFiles(file);
  await page.getByRole("button", { name: /^Check \d+ rows/ }).click();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText(/^Done:/)).toBeVisible({ timeout: 60_000 });
}
