import { expect, type Page } from "@playwright/test";

/** Opens a line of the audit log by what it says, as a row on a desk and a card on a phone. */
export async function openLine(page: Page, text: RegExp): Promise<void> {
  const isPhone = (page.viewportSize()?.width ?? 1440) < 640;
  const line = isPhone
    ? page.getByRole("listitem").filter({ hasText: text }).getByRole("button")
    : page.getByText(text);
  await line.filter({ visible: true }).first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
}
