import { expect, type Page } from "@playwright/test";

/** Opens the search by its key, or by thumb where there are no keys, and types. */
export async function search(page: Page, text: string): Promise<void> {
  const isPhone = (page.viewportSize()?.width ?? 1440) < 640;
  if (isPhone) await page.getByRole("banner").getByRole("button", { name: "Search" }).click();
  else await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Search by name, code or reference").fill(text);
}

/** Takes what the search offers, then what can be done with it. */
export async function act(page: Page, found: RegExp, deed: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Search" });
  await dialog.getByRole("option", { name: found }).first().click();
  await dialog.getByRole("option", { name: deed }).click();
  await expect(dialog).toBeHidden();
}
