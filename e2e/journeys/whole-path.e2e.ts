import type { Balance, EntryRow, LevelRow, LedgerProof, Page as Rows, ProductRow } from "@storehouse/domain";
import { expect, test } from "@playwright/test";
import { v7 as newId } from "uuid";
import { fillLine, openBooking, save } from "../pages/booking.ts";
import { ask, call } from "../pages/call.ts";
import { importSheet } from "../pages/import.ts";
import { chooseOwnPassword, newFactory, register, signIn } from "../pages/new-factory.ts";

const SHEET = [
  "Code,Name,Category,Unit,Pack unit,Pack size,Min stock,Cost,Location,Quantity",
  "BL-1200,Blade 1200 mm,raw,pcs,box,12,50,42.50,Main store,240",
  "MT-75,Motor 75 W,semi,pcs,,,10,310,Main store,40",
  "PT-W,White paint,consumable,kg,,,5,180.25,Paint shop,12.5",
].join("\n");

test("a factory signs up, brings its sheet, books in, out and across, undoes, and every number agrees", async ({
  page,
  browser,
}) => {
  const steel = newFactory("Steel");
  await register(page, steel);
  await importSheet(page, { name: "products.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) });

  await openBooking(page, "Book in");
  await fillLine(page, { product: "BL-1200", quantity: "3 box + 2" });
  await expect(page.getByText("= 38 pcs")).toBeVisible();
  await save(page, "Book in", /38 pcs of Blade 1200 mm booked in/);

  await openBooking(page, "Book out");
  await fillLine(page, { product: "MT-75", quantity: "15" });
  await save(page, "Book out", /15 pcs of Motor 75 W booked out/);
  await page
    .getByRole("listitem")
    .filter({ hasText: "Motor 75 W booked out" })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(page.getByText(/^Undone/)).toBeVisible();

  await openBooking(page, "Move");
  await fillLine(page, { product: "BL-1200", quantity: "40" });
  await page.getByRole("dialog").getByRole("combobox", { name: /^From/ }).click();
  await page.getByRole("option", { name: /Main store/ }).click();
  await page.getByRole("dialog").getByRole("combobox", { name: /^To/ }).click();
  await page.getByRole("option", { name: /Paint shop/ }).click();
  await save(page, "Move", /40 pcs of Blade 1200 mm moved/);

  const products = await ask<Rows<ProductRow>>(page, "products.list", { search: "BL-1200" });
  const blade = products.rows[0];
  expect(blade).toMatchObject({ onHand: "278", isLow: false });
  const levels = await ask<Rows<LevelRow>>(page, "inventory.levels", { productId: blade?.id });
  expect(levels.rows.map((row) => `${row.locationName}: ${row.onHand}`).toSorted()).toEqual([
    "Main store: 238",
    "Paint shop: 40",
  ]);
  const entries = await ask<Rows<EntryRow>>(page, "inventory.entries", { productId: blade?.id });
  expect(entries.rows.map((row) => row.quantity).toSorted()).toEqual(["-40", "240", "38", "40"]);
  const balance = await ask<Balance>(page, "inventory.balance", {});
  // 278 blades at 42.50, 40 motors at 310 again after the undo, 12.5 kg of paint at 180.25.
  expect(Number(balance.totalValue)).toBe(278 * 42.5 + 40 * 310 + 12.5 * 180.25);
  expect((await ask<LedgerProof>(page, "inventory.verify", {}, "mutate")).isProven).toBe(true);

  await page.goto("/stock?q=BL-1200");
  await expect(page.getByText("238").filter({ visible: true }).first()).toBeVisible();
  await page.goto("/stock/entries");
  await expect(page.getByText("Reversal").filter({ visible: true }).first()).toBeVisible();

  const other = await browser.newContext();
  const stranger = await other.newPage();
  await register(stranger, newFactory("Other"));
  expect((await ask<Rows<ProductRow>>(stranger, "products.list", {})).rows).toEqual([]);
  expect((await call(stranger, "query", "products.get", { id: blade?.id })).status).toBe(404);
  await stranger.goto(`/products/${blade?.id}`);
  await expect(stranger.getByText(/not here any more/)).toBeVisible();
  await other.close();
});

test("an employee books, sees what is left, and is refused what is the master's", async ({ page, browser }) => {
  const factory = newFactory("Wire");
  await register(page, factory);
  const employee = { id: newId(), username: "ravi", name: "Ravi", role: "employee", password: "spindle-4-oil" };
  expect((await call(page, "mutate", "users.create", employee)).status).toBe(200);
  await importSheet(page, { name: "products.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) });

  const context = await browser.newContext({ viewport: page.viewportSize() });
  const floor = await context.newPage();
  await signIn(floor, `ravi@${factory.dbName}`, employee.password);
  await chooseOwnPassword(floor, employee.password, "lathe-9-brass");
  await openBooking(floor, "Book out");
  await fillLine(floor, { product: "PT-W", quantity: "2.5" });
  await save(floor, "Book out", /2\.5 kg of White paint booked out/);

  await openBooking(floor, "Book out");
  await fillLine(floor, { product: "PT-W", quantity: "99" });
  await floor.getByRole("dialog").getByRole("button", { name: "Book out" }).click();
  await expect(floor.getByText(/Only 10 kg of White paint free at Paint shop; you asked for 99 kg/)).toBeVisible();
  await expect(floor.getByRole("dialog").getByLabel(/^Quantity/)).toHaveValue("99");

  await floor.goto("/products");
  await expect(floor.getByText("Motor 75 W").filter({ visible: true })).toBeVisible();
  await expect(floor.getByRole("button", { name: "Add a product" })).toHaveCount(0);
  const refused = await call(floor, "mutate", "locations.create", { id: newId(), name: "My shelf", type: "STORE" });
  expect(refused.status).toBe(403);
  expect(JSON.stringify(refused.body)).toContain("locations.create");
  expect((await call(floor, "query", "users.list", {})).status).toBe(403);
  await context.close();
});
