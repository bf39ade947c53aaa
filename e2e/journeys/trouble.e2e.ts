import { expect, test } from "@playwright/test";
import { v7 as newId } from "uuid";
import { fillLine, openBooking, save } from "../pages/booking.ts";
import { ask, call } from "../pages/call.ts";
import { importSheet } from "../pages/import.ts";
import { newFactory, register, signIn } from "../pages/new-factory.ts";

const SHEET = "Code,Name,Unit,Cost,Location,Quantity\nBL-1,Blade,pcs,42.5,Main store,240\n";
const sheet = { name: "products.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) };

test("the server going away is said in one line, signs nobody out, and loses nothing that was typed", async ({
  page,
}) => {
  await register(page, newFactory("Outage"));
  await importSheet(page, sheet);
  await openBooking(page, "Book in");
  await fillLine(page, { product: "BL-1", quantity: "7" });

  const away = { status: 503, headers: { "retry-after": "1" }, contentType: "application/json", body: "{}" };
  await page.route("**/api/trpc/**", (route) => route.fulfill(away));
  await page.route("**/ready", (route) => route.fulfill(away));
  await page.getByRole("dialog").getByRole("button", { name: "Book in" }).click();
  await expect(page.getByText(/Reconnecting/).filter({ visible: true })).toBeVisible({ timeout: 20_000 });
  expect(page.url()).not.toContain("/login");

  await page.unroute("**/api/trpc/**");
  await page.unroute("**/ready");
  await expect(page.getByText(/Reconnecting/)).toHaveCount(0, { timeout: 10_000 });
  // Sent by itself, once.
  await expect(page.getByText(/7 pcs of Blade booked in/)).toBeVisible({ timeout: 15_000 });
  const { rows } = await ask<{ rows: readonly { onHand: string }[] }>(page, "products.list", { search: "BL-1" });
  expect(rows[0]?.onHand).toBe("247");
});

test("a booking that was being typed is there again after a reload", async ({ page }) => {
  await register(page, newFactory("Reload"));
  await importSheet(page, sheet);
  await openBooking(page, "Book out");
  await fillLine(page, { product: "BL-1", quantity: "12" });
  await page.reload();
  await expect(page.getByRole("dialog").getByLabel(/^Quantity/)).toHaveValue("12");
  await save(page, "Book out", /12 pcs of Blade booked out/);
});

test("the second save of a form that two people opened says what the first one changed", async ({ page }) => {
  await register(page, newFactory("Stale"));
  const id = newId();
  await call(page, "mutate", "suppliers.create", { id, name: "Old name" });
  await page.goto(`/suppliers?open=${id}`);
  await expect(page.getByRole("textbox", { name: "Business name" })).toHaveValue("Old name");
  await call(page, "mutate", "suppliers.update", { id, version: 1, name: "Name of the other" });
  await page.getByRole("textbox", { name: "Phone" }).fill("12345");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Business name is now “Name of the other”")).toBeVisible();
  await page.getByRole("button", { name: "Keep mine" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Supplier saved")).toBeVisible();
});

test("a session ended elsewhere is asked for again where one stands, and the factory is remembered", async ({
  page,
  browser,
}) => {
  const factory = newFactory("Ended");
  await register(page, factory);
  const context = await browser.newContext({ viewport: page.viewportSize() });
  const second = await context.newPage();
  await signIn(second, `${factory.username}@${factory.dbName}`, factory.password);
  await call(page, "mutate", "auth.endOtherSessions", {});
  await second.goto("/stock");
  await second.waitForURL("**/login**");
  await expect(second.getByText(`@${factory.dbName}`)).toBeVisible();
  await second.getByLabel("Username").fill(factory.username);
  await second.getByLabel("Password", { exact: true }).fill("wrong-password");
  await second.getByRole("button", { name: "Sign in" }).click();
  await expect(second.getByText(/Username or password is wrong/)).toBeVisible();
  await second.getByLabel("Password", { exact: true }).fill(factory.password);
  await second.getByRole("button", { name: "Sign in" }).click();
  await second.waitForURL("**/stock");
  await context.close();
});
