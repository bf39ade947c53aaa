import type { Page as Rows, ProductRow } from "@storehouse/domain";
import { expect, test } from "@playwright/test";
import { BROWSER } from "../browser.ts";
import { ask } from "../pages/call.ts";
import { filmOf } from "../pages/fake-camera.ts";
import { importSheet } from "../pages/import.ts";
import { newFactory, register } from "../pages/new-factory.ts";
import { untilListening } from "../pages/until-listening.ts";

const SHEET = "Code,Name,Unit,Barcode,Location,Quantity\nBL-1,Blade,pcs,8901234567894,Main store,100\n";

test.use({
  permissions: ["camera"],
  launchOptions: {
    ...BROWSER.launchOptions,
    args: [
      ...BROWSER.launchOptions.args,
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${filmOf("8901234567894")}`,
    ],
  },
});

test("a label held before the camera is one scan, and the camera goes off when it is told to", async ({ page }) => {
  const strangers: string[] = [];
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).host !== new URL(BROWSER.baseURL).host) {
      strangers.push(request.url());
    }
  });
  await register(page, newFactory("Camera"));
  await importSheet(page, { name: "products.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) });
  await page.goto("/scan");
  const open = page.getByRole("button", { name: "Scan by camera" });
  await untilListening(open);
  await open.click();
  const row = page.getByRole("list", { name: "Scanned" }).getByRole("listitem");
  await expect(row.filter({ hasText: "Blade" })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("101 pcs now at Main store")).toBeVisible();
  // It stays in the picture, and stays one scan.
  await page.waitForTimeout(3000);
  await expect(row).toHaveCount(1);
  const { rows } = await ask<Rows<ProductRow>>(page, "products.list", { search: "BL-1" });
  expect(rows[0]?.onHand).toBe("101");
  await page.getByRole("button", { name: "Stop the camera" }).click();
  await expect(open).toBeVisible();
  expect(strangers).toEqual([]);
});
