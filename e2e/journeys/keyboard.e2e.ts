import { expect, test } from "@playwright/test";
import { importSheet } from "../pages/import.ts";
import { newFactory, register } from "../pages/new-factory.ts";

test("a booking is made without touching the mouse", async ({ page }) => {
  await register(page, newFactory("Keys"));
  const sheet =
    "Code,Name,Unit,Cost,Location,Quantity\nBL-1,Blade,pcs,42.5,Main store,240\nMT-1,Motor,pcs,300,Main store,10\n";
  await importSheet(page, { name: "products.csv", mimeType: "text/csv", buffer: Buffer.from(sheet) });

  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await page.waitForURL("**/stock");
  await page.keyboard.press("n");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Book in" });
  await expect(dialog).toBeVisible();
  await dialog.getByRole("combobox", { name: /^Product/ }).focus();
  await page.keyboard.type("BL-1");
  await expect(page.getByRole("option", { name: /Blade/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(dialog.getByLabel(/^Quantity/)).toBeFocused();
  await page.keyboard.type("2*6");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/12 pcs of Blade booked in/)).toBeVisible();

  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("Motor");
  await expect(page).toHaveURL(/q=Motor/);
});
