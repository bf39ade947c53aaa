import type { LedgerProof, Page as Rows, ProductRow } from "@storehouse/domain";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { v7 as newId } from "uuid";
import { PHONE } from "../browser.ts";
import { choose, fillLine, openBooking, save } from "../pages/booking.ts";
import { ask, call } from "../pages/call.ts";
import { importSheet } from "../pages/import.ts";
import { chooseOwnPassword, type Factory, newFactory, register, signIn } from "../pages/new-factory.ts";
import { openLine } from "../pages/open-line.ts";
import { act, search } from "../pages/palette.ts";

const SHEET = [
  "Code,Name,Category,Source,Unit,Min stock,Cost,Location,Quantity",
  "FAN,Ceiling fan,finished,manufacturing,pcs,,,Line,",
  "MOTOR,Motor,semi,trading,pcs,3,300,Line,5",
  "BLADE,Blade,raw,trading,pcs,20,42.50,Line,60",
  "WIRE,Wire,raw,trading,kg,2,400,Store,25",
].join("\n");

/** Adds an employee, who signs in on a phone of their own. */
async function comesIn(master: Page, browser: Browser, factory: Factory, name: string): Promise<Page> {
  const [username, given] = [name.toLowerCase(), "spindle-4-oil"];
  const person = { id: newId(), username, name, role: "employee", password: given };
  expect((await call(master, "mutate", "users.create", person)).status).toBe(200);
  const phone = await (await browser.newContext(PHONE)).newPage();
  await signIn(phone, `${username}@${factory.dbName}`, given);
  await chooseOwnPassword(phone, given, "lathe-9-brass");
  return phone;
}

async function putFormulaInUse(page: Page): Promise<void> {
  const { rows } = await ask<Rows<ProductRow>>(page, "products.list", {});
  const variantOf = (code: string) => rows.find((row) => row.code === code)?.variantId;
  const components = [
    { variantId: variantOf("MOTOR"), quantity: "1" },
    { variantId: variantOf("BLADE"), quantity: "3" },
  ];
  const formula = { id: newId(), versionId: newId(), variantId: variantOf("FAN"), outputQuantity: "1", components };
  expect((await call(page, "mutate", "productFormulas.create", formula)).status).toBe(200);
}

/** The number under one of Home's headings. */
const numberOf = (home: Page, label: string) => home.getByRole("link").filter({ hasText: label });

test("a day of a master at the desk and two employees on their phones, at once", async ({ page: desk, browser }) => {
  test.setTimeout(300_000);
  const factory = newFactory("Day");
  await register(desk, factory);
  await importSheet(desk, { name: "products.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) });
  await putFormulaInUse(desk);
  await desk.goto("/home");
  const [ravi, meena] = await Promise.all([
    comesIn(desk, browser, factory, "Ravi"),
    comesIn(desk, browser, factory, "Meena"),
  ]);

  // Both book at once; the desk hears of either without a hand on it.
  const latest = desk.getByRole("main");
  await Promise.all([
    openBooking(ravi, "Book in")
      .then(() => fillLine(ravi, { product: "BLADE", quantity: "24" }))
      .then(() => save(ravi, "Book in", /24 pcs of Blade booked in/)),
    openBooking(meena, "Move")
      .then(() => fillLine(meena, { product: "WIRE", quantity: "5" }))
      .then(() => choose(meena, /^To/, "Line"))
      .then(() => save(meena, "Move", /5 kg of Wire moved/)),
  ]);
  await expect(latest.getByText(/\+24/).first()).toBeVisible();
  await expect(latest.getByText(/Meena/).first()).toBeVisible();

  // More is wanted than there are motors for: what can be made is made, and the motors run out.
  await expect(desk.getByRole("button", { name: "Notifications", exact: true })).toBeVisible();
  await meena.getByRole("button", { name: "Book", exact: true }).filter({ visible: true }).click();
  await meena.getByRole("menuitem", { name: "Make" }).click();
  const making = meena.getByRole("dialog", { name: "Make" });
  await choose(meena, /^Product/, "FAN");
  await making.getByLabel(/^Quantity/).fill("8");
  await expect(making.getByText("Can be made now: 5 pcs")).toBeVisible();
  await making.getByRole("button", { name: "Make", exact: true }).click();
  await expect(making.getByText(/Only 5 pcs of Motor free at Line; you asked for 8 pcs/)).toBeVisible();
  await making.getByRole("button", { name: "Make 5" }).click();
  await making.getByRole("button", { name: "Make", exact: true }).click();
  await expect(meena.getByText("5 pcs of Ceiling fan made")).toBeVisible();
  await expect(desk.getByRole("button", { name: /^Notifications, \d+ unread/ })).toBeVisible();
  await expect(numberOf(desk, "Made today")).toContainText("5");
  await expect(latest.getByRole("listitem").filter({ hasText: "Motor" }).filter({ hasText: "Out" })).toBeVisible();
  await desk.getByRole("button", { name: /^Notifications/ }).click();
  await expect(desk.getByRole("menuitem", { name: /Motor/ })).toBeVisible();
  await desk.keyboard.press("Escape");

  // A slip of the finger is asked about, answered and undone, each seeing the other's words come.
  await openBooking(ravi, "Book out");
  await fillLine(ravi, { product: "BLADE", quantity: "60" });
  await ravi.getByRole("button", { name: /^Day, reason, reference/ }).click();
  await ravi.getByLabel(/^Reference/).fill("JOB-77");
  await save(ravi, "Book out", /60 pcs of Blade booked out/);
  await Promise.all([desk.goto("/audit?deed=booked"), ravi.goto("/audit")]);
  await Promise.all([openLine(desk, /60 pcs Blade/), openLine(ravi, /60 pcs Blade/)]);
  const [asking, answering] = [desk.getByRole("dialog"), ravi.getByRole("dialog")];
  await asking.getByLabel("Your question or remark").fill("60 for one job?");
  await asking.getByRole("button", { name: "Ask" }).click();
  await expect(answering.getByText("60 for one job?")).toBeVisible();
  await answering.getByLabel("Your answer").fill("6. Undo it, please.");
  await answering.getByRole("button", { name: "Answer" }).click();
  await expect(asking.getByText("6. Undo it, please.")).toBeVisible();
  await asking.getByRole("button", { name: "Resolve" }).click();
  await expect(answering.getByText("closed the question")).toBeVisible();
  await desk.keyboard.press("Escape");
  await expect(asking).toBeHidden();

  await search(desk, "job-77");
  await act(desk, /JOB-77 · Blade/, "Undo this entry");
  await desk.getByLabel(/^Why is it undone/).fill("Typed ten times too much");
  await desk.getByRole("button", { name: "Undo the entry" }).click();
  await expect(desk.getByText(/^Undone/)).toBeVisible();

  // The phone finds the same by thumb and books it right, from what it found.
  await ravi.goto("/home");
  await search(ravi, "out 6 blade");
  await ravi.getByRole("option", { name: /Book out 6 Blade/ }).click();
  await save(ravi, "Book out", /6 pcs of Blade booked out/);

  const { rows } = await ask<Rows<ProductRow>>(desk, "products.list", {});
  const left = Object.fromEntries(rows.map((row) => [row.code, row.onHand]));
  expect(left).toEqual({ FAN: "5", MOTOR: "0", BLADE: "63", WIRE: "25" });
  expect((await ask<LedgerProof>(desk, "inventory.verify", {}, "mutate")).isProven).toBe(true);
  await Promise.all([ravi.context().close(), meena.context().close()]);
});
