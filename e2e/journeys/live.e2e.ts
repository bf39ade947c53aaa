import { expect, type Page, test } from "@playwright/test";
import { fillLine, openBooking, save } from "../pages/booking.ts";
import { importSheet } from "../pages/import.ts";
import { newFactory, register } from "../pages/new-factory.ts";

const SHEET =
  "Code,Name,Unit,Cost,Location,Quantity\nBL-1,Blade,pcs,42.5,Main store,240\nMT-1,Motor,pcs,300,Main store,10\n";

/** Counts the streams a page's browser has asked for. */
function countStreams(page: Page): () => number {
  let streams = 0;
  page.context().on("request", (request) => {
    if (request.url().includes("/live.changes")) streams += 1;
  });
  return () => streams;
}

test("what is booked on one page shows on another by itself, over one stream for all pages", async ({ page }) => {
  const streams = countStreams(page);
  await register(page, newFactory("Live"));
  await importSheet(page, { name: "products.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) });
  const other = await page.context().newPage();
  await other.goto("/stock");
  await expect(other.getByText("240")).toBeVisible();
  const before = streams();

  await page.goto("/home");
  await openBooking(page, "Book out");
  await fillLine(page, { product: "BL-1", quantity: "15" });
  await save(page, "Book out", /15 pcs of Blade booked out/);

  await expect(other.getByText("225")).toBeVisible({ timeout: 3000 });
  await expect(other.getByText("240")).toBeHidden();
  expect(streams()).toBeLessThanOrEqual(before + 1);
});
