import { expect, type Page, test } from "@playwright/test";
import { importSheet } from "../pages/import.ts";
import { newFactory, register } from "../pages/new-factory.ts";
import { isSignedBy, openReceiver } from "../pages/receiver.ts";
import { untilListening } from "../pages/until-listening.ts";

const secretIn = (page: Page) => page.getByRole("dialog").getByLabel("Secret", { exact: true }).inputValue();

test("a program is told of what was booked in, told again when asked, and given another secret", async ({ page }) => {
  const program = await openReceiver();
  try {
    await register(page, newFactory("Hooks"));
    await page.goto("/programs?tab=webhooks");
    const add = page.getByRole("button", { name: "Add a webhook" }).first();
    await untilListening(add);
    await add.click();
    const sheet = page.getByRole("dialog");
    await sheet.getByLabel("Address").fill(program.url);
    await sheet.getByRole("button", { name: "Add the webhook" }).click();
    const secret = await secretIn(page);
    await sheet.getByRole("button", { name: "I have kept it" }).click();

    const buffer = Buffer.from("Code,Name,Category,Unit,Location,Quantity,Cost\nROD-1,Rod,raw,kg,Main store,12,3");
    await importSheet(page, { name: "products.csv", mimeType: "text/csv", buffer });
    await expect.poll(() => program.told.length, { timeout: 15_000 }).toBe(1);
    const first = program.told[0];
    expect(first && isSignedBy(secret, first)).toBe(true);
    expect(first?.body).toContain("ROD-1");

    await page.goto("/programs?tab=deliveries");
    const row = page.getByRole("row", { name: /200/ }).first();
    await untilListening(row);
    await row.click();
    await expect(sheet).toContainText("thank you");
    await sheet.getByRole("button", { name: "Send again" }).click();
    await expect.poll(() => program.told.length, { timeout: 15_000 }).toBe(2);
    expect(program.told[1]).toMatchObject({ id: first?.id, body: first?.body });

    await page.goto("/programs?tab=webhooks");
    const hook = page.getByRole("row", { name: /127\.0\.0\.1/ });
    await untilListening(hook);
    await hook.click();
    page.once("dialog", (question) => void question.accept());
    await sheet.getByRole("button", { name: "New secret" }).click();
    const next = await secretIn(page);
    expect(next).not.toBe(secret);
    await sheet.getByRole("button", { name: "Send a trial" }).click();
    await expect(sheet).toContainText("it works");
    const last = program.told.at(-1);
    expect(last && [isSignedBy(next, last), isSignedBy(secret, last)]).toEqual([true, true]);
  } finally {
    program.close();
  }
});
