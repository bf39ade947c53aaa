import type { AuditRow, EntryRow, Page as Rows } from "@storehouse/domain";
import { expect, test } from "@playwright/test";
import { v7 as newId } from "uuid";
import { fillLine, openBooking, save } from "../pages/booking.ts";
import { ask, call } from "../pages/call.ts";
import { importSheet } from "../pages/import.ts";
import { chooseOwnPassword, newFactory, register, signIn } from "../pages/new-factory.ts";
import { openLine } from "../pages/open-line.ts";

const SHEET = "Code,Name,Unit,Cost,Location,Quantity\nRD-8,Steel rod 8 mm,kg,90,Main store,500\n";

test("a wrong booking is questioned, answered, undone and resolved, and all of it can be read afterwards", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  await register(page, newFactory("Asking"));
  const { dbName } = await ask<{ dbName: string }>(page, "auth.me", undefined);
  const employee = { id: newId(), username: "ravi", name: "Ravi", role: "employee", password: "spindle-4-oil" };
  expect((await call(page, "mutate", "users.create", employee)).status).toBe(200);
  await importSheet(page, { name: "products.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) });

  const context = await browser.newContext({ viewport: page.viewportSize() });
  const floor = await context.newPage();
  await signIn(floor, `ravi@${dbName}`, employee.password);
  await chooseOwnPassword(floor, employee.password, "lathe-9-brass");
  await openBooking(floor, "Book out");
  await fillLine(floor, { product: "RD-8", quantity: "160" });
  await save(floor, "Book out", /160 kg of Steel rod 8 mm booked out/);

  // The master finds the line, and asks.
  await page.goto("/audit?deed=booked");
  await openLine(page, /160 kg Steel rod 8 mm/);
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("button", { name: "Ask" }).click();
  await expect(drawer.getByText("Write a few words first.")).toBeVisible();
  await drawer.getByLabel("Your question or remark").fill("160 kg in one go?");
  await drawer.getByRole("button", { name: "Ask" }).click();
  await expect(drawer.getByText("160 kg in one go?")).toBeVisible();

  // The employee sees it among their own lines, and answers.
  await floor.goto("/audit");
  await expect(floor.getByText("Question", { exact: true }).filter({ visible: true }).first()).toBeVisible();
  const own = await ask<Rows<AuditRow>>(floor, "auditLogs.list", { limit: 100 });
  expect(new Set(own.rows.map(({ actorName }) => actorName))).toEqual(new Set(["Ravi"]));
  await floor.goto("/audit?flag=open");
  await openLine(floor, /160 kg Steel rod 8 mm/);
  await floor.getByRole("dialog").getByLabel("Your answer").fill("16. The key stuck.");
  await floor.getByRole("dialog").getByRole("button", { name: "Answer" }).click();
  await expect(floor.getByRole("dialog").getByText("16. The key stuck.")).toBeVisible();
  await expect(floor.getByRole("dialog").getByRole("button", { name: "Resolve" })).toHaveCount(0);

  // The master reads it at the entry, undoes the entry there, and closes the question.
  const { rows } = await ask<Rows<EntryRow>>(page, "inventory.entries", { types: ["manual_out"] });
  await page.goto(`/stock/entries?entry=${rows[0]?.id}`);
  await expect(drawer.getByText("16. The key stuck.")).toBeVisible();
  await drawer.getByRole("button", { name: "Undo this entry" }).click();
  await drawer.getByLabel(/^Why is it undone/).fill("Typed ten times too much");
  await drawer.getByRole("button", { name: "Undo the entry" }).click();
  await expect(page.getByText(/^Undone/)).toBeVisible();
  await page.goto("/audit?flag=open");
  await openLine(page, /160 kg Steel rod 8 mm/);
  await drawer.getByRole("button", { name: "Resolve" }).click();
  await expect(drawer.getByText("closed the question")).toBeVisible();
  await page.goto("/audit?flag=open");
  await expect(
    page
      .getByText("Nothing found")
      .or(page.getByRole("button", { name: /Clear/ }))
      .first(),
  ).toBeVisible();
  await page.goto("/audit?deed=undone");
  await expect(page.getByText("Typed ten times too much").filter({ visible: true }).first()).toBeVisible();
  await context.close();
});

test("a product's earlier state is read in its history and put back", async ({ page }) => {
  await register(page, newFactory("Restore"));
  await importSheet(page, { name: "products.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) });
  const found = await ask<Rows<{ id: string }>>(page, "products.list", { search: "RD-8" });
  const id = found.rows[0]?.id ?? "";
  await page.goto(`/products/${id}?tab=settings`);
  await page.getByLabel("Name").fill("Steel rod 10 mm");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Product saved")).toBeVisible();
  await page.getByRole("tab", { name: "History" }).click();
  await expect(page.getByText("Steel rod 8 mm").first()).toBeVisible();
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("Put this version back?")).toBeVisible();
  await page.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(page.getByText(/^Put back\./)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Steel rod 8 mm" })).toBeVisible();
  await expect(page.getByText("Put back an earlier state of product")).toBeVisible();
});
