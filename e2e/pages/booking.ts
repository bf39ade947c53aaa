import { expect, type Page } from "@playwright/test";
import { untilListening } from "./until-listening.ts";

type Line = Readonly<{ product: string; quantity: string; place?: string }>;

/** Opens the booking drawer by its key or its thumb button, as the screen is. */
export async function openBooking(page: Page, verb: "Book in" | "Book out" | "Move"): Promise<void> {
  const book = page.getByRole("button", { name: "Book", exact: true }).filter({ visible: true });
  await untilListening(book);
  await book.click();
  await page.getByRole("menuitem", { name: verb }).click();
  await expect(page.getByRole("dialog", { name: verb })).toBeVisible();
}

/** Chooses one of a combobox's options by typing. */
export async function choose(page: Page, label: string | RegExp, text: string): Promise<void> {
  await page.getByRole("dialog").getByRole("combobox", { name: label }).click();
  await page
    .getByPlaceholder(/Code, name|Search/)
    .last()
    .fill(text);
  await page
    .getByRole("option", { name: new RegExp(text, "i") })
    .first()
    .click();
  await expect(page.getByRole("listbox")).toBeHidden();
}

/** Fills the first line of the booking that is open. */
export async function fillLine(page: Page, { product, quantity, place }: Line): Promise<void> {
  await choose(page, /^Product/, product);
  await page
    .getByRole("dialog")
    .getByLabel(/^Quantity/)
    .fill(quantity);
  if (place) await choose(page, /^(Into|From)/, place);
}

/** Saves the booking that is open and waits until the ledger has it and the drawer is gone. */
export async function save(page: Page, verb: "Book in" | "Book out" | "Move", said: RegExp): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name: verb }).click();
  await expect(page.getByText(said)).toBeVisible();
  await expect(page.getByRole("dialog", { name: verb })).toBeHidden();
}
