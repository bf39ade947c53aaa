import { expect, test } from "@playwright/test";
import type { Page as Rows, ProductRow } from "@storehouse/domain";
import { v7 as newId } from "uuid";
import { PHONE } from "../browser.ts";
import { ask, call } from "../pages/call.ts";
import { importSheet } from "../pages/import.ts";
import { chooseOwnPassword, newFactory, register, signIn } from "../pages/new-factory.ts";
import { untilListening } from "../pages/until-listening.ts";

const SHEET = "Code,Name,Category,Source,Unit,Cost,Location,Quantity\nBOLT,Hex bolt,raw,trading,pcs,2,Store,12";

test("an employee switches to Hindi, books in, and is refused in Hindi what is not there", async ({
  page,
  browser,
}) => {
  const factory = newFactory("Hindi");
  await register(page, factory);
  await importSheet(page, { name: "products.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) });
  const { rows } = await ask<Rows<ProductRow>>(page, "products.list", {});
  const variantId = rows[0]?.variantId ?? "";
  const person = { id: newId(), username: "sita", name: "Sita", role: "employee", password: "spindle-4-oil" };
  expect((await call(page, "mutate", "users.create", person)).status).toBe(200);

  const context = await browser.newContext(PHONE);
  const phone = await context.newPage();
  await signIn(phone, `sita@${factory.dbName}`, "spindle-4-oil");
  await chooseOwnPassword(phone, "spindle-4-oil", "lathe-9-brass");
  await phone.goto("/profile");
  const hindi = phone.getByRole("button", { name: "हिन्दी" });
  await untilListening(hindi);
  await hindi.click();
  await expect(phone.getByRole("heading", { name: "आपकी प्रोफ़ाइल" })).toBeVisible();
  await expect(phone.locator("html")).toHaveAttribute("lang", "hi");

  await phone.goto(`/home?book=in&variant=${variantId}`);
  const drawer = phone.getByRole("dialog", { name: "माल आया" });
  await drawer.getByLabel(/^मात्रा/).fill("30");
  await drawer.getByRole("button", { name: "माल आया" }).click();
  await expect(phone.getByText("30 pcs Hex bolt का माल आया")).toBeVisible();
  await expect(drawer).toBeHidden();

  await phone.goto(`/home?book=out&variant=${variantId}`);
  const out = phone.getByRole("dialog", { name: "माल गया" });
  await out.getByLabel(/^मात्रा/).fill("50");
  await out.getByRole("button", { name: "माल गया" }).click();
  await expect(out.getByText(/Hex bolt सिर्फ़ 42 pcs उपलब्ध है; आपने 50 pcs माँगा।/)).toBeVisible();

  // The choice is the person's: another device, which asks for English, speaks Hindi once they are in.
  const other = await (await browser.newContext(PHONE)).newPage();
  await signIn(other, `sita@${factory.dbName}`, "lathe-9-brass");
  await expect(other.getByRole("heading", { name: "नमस्ते, Sita" })).toBeVisible();
  await other.context().close();
  await context.close();
});
