import type { FormulaDetail, FormulaRow, LedgerProof, Page as Rows, ProductRow } from "@storehouse/domain";
import { expect, type Page, test } from "@playwright/test";
import { choose, save } from "../pages/booking.ts";
import { ask } from "../pages/call.ts";
import { importSheet } from "../pages/import.ts";
import { newFactory, register } from "../pages/new-factory.ts";

const SHEET = [
  "Code,Name,Category,Source,Unit,Min stock,Cost,Location,Quantity",
  "FAN,Ceiling fan,finished,manufacturing,pcs,,,Line,",
  "MOTOR,Motor,semi,manufacturing,pcs,,,Line,2",
  "BLADE,Blade,raw,trading,pcs,,42.50,Line,30",
  "WIRE,Wire,raw,trading,kg,,400,Line,5",
].join("\n");

async function productOf(page: Page, code: string): Promise<ProductRow> {
  const { rows } = await ask<Rows<ProductRow>>(page, "products.list", { search: code });
  const [product] = rows;
  if (product === undefined) throw new Error(`no product ${code}`);
  return product;
}

/** Pastes a formula as it stands in a spreadsheet, and puts it in use. */
async function pasteFormula(page: Page, product: ProductRow, text: string): Promise<void> {
  await page.goto(`/products/${product.id}?tab=formula`);
  await page.getByRole("button", { name: "Add a formula" }).click();
  const quantity = page.getByLabel("Quantity 1");
  await quantity.click();
  await quantity.evaluate((cell, copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", copied);
    cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await expect(page.getByText(/lines pasted/).first()).toBeVisible();
  await page.getByRole("button", { name: "Save and use" }).click();
  await expect(page.getByText("Version 1 is in use.")).toBeVisible();
}

async function openMake(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Book", exact: true }).filter({ visible: true }).click();
  await page.getByRole("menuitem", { name: "Make" }).click();
  await expect(page.getByRole("dialog", { name: "Make" })).toBeVisible();
}

const onHandOf = async (page: Page, ...codes: string[]): Promise<string[]> =>
  Promise.all(codes.map(async (code) => (await productOf(page, code)).onHand));

test("a fan is made: what is short is told, brought, made and undone; the formula shows all its levels", async ({
  page,
}) => {
  await register(page, newFactory("Fans"));
  await importSheet(page, { name: "products.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) });
  const [fan, motor] = [await productOf(page, "FAN"), await productOf(page, "MOTOR")];
  await pasteFormula(page, motor, "WIRE\t0.25 kg\t\t10%\nBLADE\t1");
  await pasteFormula(page, fan, "Code\tQuantity\tUnit\tScrap %\nMOTOR\t1\tpcs\t\nBlade\t3\tpcs\t0");

  const levels = page.getByRole("row").filter({ has: page.getByRole("link", { name: "Wire" }) });
  await expect(levels).toContainText("0.275");
  await page.goto("/formulas");
  await expect(page.getByText("Ceiling fan").filter({ visible: true }).first()).toBeVisible();

  await openMake(page);
  await choose(page, /^Product/, "FAN");
  const dialog = page.getByRole("dialog", { name: "Make" });
  await dialog.getByLabel(/^Quantity/).fill("2 + 3");
  await expect(dialog.getByText("= 5 pcs")).toBeVisible();
  await expect(dialog.getByText("Can be made now: 2 pcs")).toBeVisible();
  await expect(dialog.getByRole("rowgroup").filter({ hasText: "Motor" })).toContainText(/5 pcs.*2.*3/);
  await dialog.getByRole("button", { name: "Make", exact: true }).click();
  await expect(dialog.getByText(/Only 2 pcs of Motor free at Line; you asked for 5 pcs/)).toBeVisible();

  await dialog.getByRole("button", { name: "Book in" }).click();
  // It names the product that is short.
  const booking = page.getByRole("dialog", { name: "Book in" });
  await expect(booking.getByRole("combobox", { name: /^Product/ })).toHaveText(/Motor/);
  await booking.getByLabel(/^Quantity/).fill("4");
  await save(page, "Book in", /4 pcs of Motor booked in/);
  await expect(dialog.getByText("Can be made now: 6 pcs")).toBeVisible();
  await dialog.getByRole("button", { name: "Make", exact: true }).click();
  await expect(page.getByText("5 pcs of Ceiling fan made")).toBeVisible();
  await expect(dialog).toBeHidden();
  expect(await onHandOf(page, "FAN", "MOTOR", "BLADE")).toEqual(["5", "1", "15"]);

  const told = page.getByRole("listitem").filter({ hasText: "Ceiling fan made" });
  await told.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/^Undone/)).toBeVisible();
  expect(await onHandOf(page, "FAN", "MOTOR", "BLADE")).toEqual(["0", "6", "30"]);
  expect((await ask<LedgerProof>(page, "inventory.verify", {}, "mutate")).isProven).toBe(true);
  const { rows } = await ask<Rows<FormulaRow>>(page, "productFormulas.list", { variantId: fan.variantId });
  const formula = await ask<FormulaDetail>(page, "productFormulas.get", { id: rows[0]?.id });
  expect(formula.versions).toMatchObject([{ number: 1, state: "ACTIVE", isUsed: true }]);
});
