import { type EntryRow, type LocationRow, type Page as Rows, placeCodeOf, type ProductRow } from "@storehouse/domain";
import { expect, type Page, test } from "@playwright/test";
import { fillLine, openBooking } from "../pages/booking.ts";
import { ask } from "../pages/call.ts";
import { importSheet } from "../pages/import.ts";
import { newFactory, register } from "../pages/new-factory.ts";
import { untilListening } from "../pages/until-listening.ts";
import { scanAll } from "../pages/wedge.ts";

const SHEET = [
  "Code,Name,Unit,Pack unit,Pack size,Barcode,Location,Quantity",
  "BL-1,Blade,pcs,box,12,8901234567894,Main store,100",
  "WIRE-2,Copper wire,kg,,,8901234567900,Main store,5",
].join("\n");

const onHandOf = async (page: Page, code: string): Promise<string | undefined> =>
  (await ask<Rows<ProductRow>>(page, "products.list", { search: code })).rows[0]?.onHand;

const stored = (page: Page, count: number) =>
  expect(page.getByRole("status").filter({ hasText: `${count} stored` })).toBeVisible({ timeout: 30_000 });

test("ten scans a second are stored once each; what a lost network held up is stored when it is back", async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await register(page, newFactory("Scanning"));
  await importSheet(page, { name: "products.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) });
  const places = await ask<Rows<LocationRow>>(page, "locations.list", { limit: 10 });
  const main = places.rows.find(({ name }) => name === "Main store");
  await page.goto("/scan");
  await untilListening(page.getByRole("button", { name: "Book in" }));

  // The place by its label, the unit by the action: a scan is a box from now on.
  await scanAll(page, [placeCodeOf(main?.id ?? "")]);
  await expect(page.getByText("From now on into Main store.")).toBeVisible();
  await page.getByRole("combobox", { name: "Counted in" }).click();
  await page.getByRole("option", { name: /^box/ }).click();
  await scanAll(
    page,
    Array.from({ length: 20 }, (_, at) => (at % 4 === 3 ? "WIRE-2" : "8901234567894")),
  );
  await stored(page, 20);
  expect([await onHandOf(page, "BL-1"), await onHandOf(page, "WIRE-2")]).toEqual(["280", "10"]);

  const newest = page.getByRole("list", { name: "Scanned" }).getByRole("listitem").first();
  await expect(newest).toContainText("Copper wire");
  await newest.getByRole("button", { name: /^Undo/ }).click();
  await expect(newest.getByText("Undone")).toBeVisible();
  expect(await onHandOf(page, "WIRE-2")).toBe("9");

  await page.getByRole("button", { name: "Book out" }).click();
  await context.setOffline(true);
  await scanAll(page, ["BL-1", "BL-1", "8901234567894"]);
  await expect(page.getByText(/3 not stored yet/)).toBeVisible();
  await expect(newest.getByText("Not stored yet")).toBeVisible();
  await context.setOffline(false);
  await stored(page, 22);
  expect(await onHandOf(page, "BL-1")).toBe("277");

  await scanAll(page, ["NO-SUCH-CODE"]);
  await expect(newest.getByText("Nothing has this code.")).toBeVisible();
  await newest.getByRole("button", { name: "Add to a product" }).click();
  await page
    .getByRole("dialog")
    .getByRole("combobox", { name: /^Product/ })
    .click();
  await page.getByPlaceholder("Code, name or barcode").fill("WIRE-2");
  await page.getByRole("option", { name: /Copper wire/ }).click();
  await page.getByRole("button", { name: "Add the barcode" }).click();
  await stored(page, 23);
  expect(await onHandOf(page, "WIRE-2")).toBe("8");
  expect((await ask<{ isProven: boolean }>(page, "inventory.verify", {}, "mutate")).isProven).toBe(true);
});

test("a booking whose answer is lost on the way back is told of, and stored once", async ({ page }) => {
  await register(page, newFactory("Lost"));
  await importSheet(page, { name: "products.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) });
  await openBooking(page, "Book out");
  await fillLine(page, { product: "BL-1", quantity: "7" });

  // It reaches the ledger; nobody hears of it.
  let reached = 0;
  await page.route("**/api/trpc/inventory.post", async (route) => {
    await route.fetch();
    reached += 1;
    await route.abort("connectionreset");
  });
  await page.route("**/ready", (route) => route.abort("connectionreset"));
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Book out" }).click();
  await expect(dialog.getByText(/cannot be reached. It is kept here/)).toBeVisible({ timeout: 20_000 });
  expect(reached).toBeGreaterThan(0);

  await page.unroute("**/api/trpc/inventory.post");
  await page.unroute("**/ready");
  await expect(page.getByText(/7 pcs of Blade booked out/)).toBeVisible({ timeout: 15_000 });
  await expect(dialog).toBeHidden();
  expect(await onHandOf(page, "BL-1")).toBe("93");
  const { rows } = await ask<Rows<EntryRow>>(page, "inventory.entries", { types: ["manual_out"], limit: 10 });
  expect(rows).toHaveLength(1);
});
