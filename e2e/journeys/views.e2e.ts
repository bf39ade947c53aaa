import type { Page as Rows, UnitRow } from "@storehouse/domain";
import { expect, type Page, test } from "@playwright/test";
import { v7 as newId } from "uuid";
import { DESK } from "../browser.ts";
import { ask } from "../pages/call.ts";
import { chooseOwnPassword, newFactory, register, signIn } from "../pages/new-factory.ts";
import { untilListening } from "../pages/until-listening.ts";

const PRODUCTS = [
  { code: "FAN-1", name: "Table fan", category: "finished", price: "900" },
  { code: "FAN-2", name: "Ceiling fan", category: "finished", price: "1500" },
  { code: "BL-1", name: "Fan blade", category: "raw", price: "40" },
  { code: "RG-1", name: "Regulator", category: "semi", price: "120" },
];

async function addProducts(page: Page): Promise<void> {
  const { rows: units } = await ask<Pick<Rows<UnitRow>, "rows">>(page, "units.list", undefined);
  const baseUnitId = units.find(({ code }) => code === "pcs")?.id;
  for (const product of PRODUCTS) {
    const input = { id: newId(), variantId: newId(), sourceType: "trading", baseUnitId, ...product };
    await ask(page, "products.create", input, "mutate");
  }
}

// The first cell of a row holds the box it is chosen by.
const codes = (page: Page) => page.getByRole("grid", { name: "Products" }).locator("tbody tr td:nth-child(2)");

test("a view with filter and sort is shared; a colleague opens it by its link and changes a price in its cell", async ({
  page: desk,
  browser,
}) => {
  test.setTimeout(240_000);
  const factory = newFactory("Views");
  await register(desk, factory);
  await addProducts(desk);
  const [given, own] = ["spindle-4-oil", "lathe-9-brass"];
  const meera = { id: newId(), username: "meera", name: "Meera", role: "manager", password: given };
  await ask(desk, "users.create", meera, "mutate");

  await desk.goto("/products");
  await untilListening(desk.getByRole("button", { name: "Code", exact: true }));
  await desk.getByRole("searchbox", { name: "Search products" }).fill("fan");
  await expect(codes(desk)).toHaveText(["BL-1", "FAN-1", "FAN-2"]);
  await desk.getByRole("button", { name: "Category", exact: true }).press("Enter");
  await desk.getByRole("button", { name: "Price", exact: true }).press("Shift+Enter");
  await expect(codes(desk)).toHaveText(["BL-1", "FAN-2", "FAN-1"]);
  await desk.getByRole("button", { name: "Save as a view" }).click();
  const dialog = desk.getByRole("dialog", { name: "Save as a view" });
  await dialog.getByLabel("Name").fill("Fans, dearest first");
  await dialog.getByRole("switch", { name: "Everybody in the factory sees it" }).click();
  await dialog.getByRole("button", { name: "Save view" }).click();
  await expect(desk.getByRole("link", { name: /^Fans, dearest first/ })).toHaveAttribute("aria-current", "page");
  await expect(desk).toHaveURL(/view=.*q=fan/);
  const viewId = new URL(desk.url()).searchParams.get("view") ?? "";

  const colleague = await (await browser.newContext(DESK)).newPage();
  await signIn(colleague, `meera@${factory.dbName}`, given);
  await chooseOwnPassword(colleague, given, own);
  await colleague.goto(`/products?view=${viewId}`);
  await expect(colleague).toHaveURL(/q=fan/, { timeout: 60_000 });
  await expect(codes(colleague)).toHaveText(["BL-1", "FAN-2", "FAN-1"]);

  // With the keys alone: to the second row's price, wrongly, then rightly.
  const fan = colleague.getByRole("row", { name: /Ceiling fan/ });
  await untilListening(colleague.getByRole("button", { name: "Code", exact: true }));
  await colleague.keyboard.press("j");
  await expect(colleague.getByRole("row", { name: /BL-1/ })).toBeFocused();
  await colleague.keyboard.press("j");
  await expect(fan).toBeFocused();
  for (let step = 0; step < 4; step += 1) await colleague.keyboard.press("ArrowRight");
  await colleague.keyboard.press("e");
  const price = colleague.getByRole("textbox", { name: "Price of Ceiling fan" });
  await expect(price).toHaveValue("1500");
  await price.fill("a lot");
  await price.press("Enter");
  await expect(price).toHaveAccessibleDescription(/number/);
  await expect(price).toHaveValue("a lot");
  await price.fill("1450.50");
  await price.press("Enter");
  await expect(price).toHaveCount(0);
  await expect(colleague.getByText("Price of Ceiling fan changed")).toBeVisible();
  await expect(fan).toContainText("1,450.50");

  // The desk hears of it; Undo takes it back.
  await expect(desk.getByRole("row", { name: /Ceiling fan/ })).toContainText("1,450.50");
  await colleague.getByRole("button", { name: "Undo" }).click();
  await expect(colleague.getByText("Price of Ceiling fan is as it was")).toBeVisible();
  await expect(fan).toContainText("1,500");
});
