import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { importSheet } from "../pages/import.ts";
import { newFactory, register } from "../pages/new-factory.ts";
import { withoutStream } from "../pages/without-stream.ts";

const OPEN = ["/", "/login", "/register", "/reset"];
const INSIDE = [
  "/home",
  "/stock",
  "/stock/entries",
  "/alerts",
  "/products",
  "/products?new=true",
  "/products/import",
  "/make",
  "/scan",
  "/labels",
  "/formulas",
  "/places",
  "/places?open=new",
  "/subcategories",
  "/suppliers",
  "/suppliers?open=new",
  "/units",
  "/people",
  "/audit",
  "/roles",
  "/roles?open=new",
  "/programs",
  "/programs?add=true",
  "/programs?tab=reference",
  "/profile",
  "/home?book=in",
  "/home?book=move",
  "/home?make=new",
  "/nowhere",
];
const SHEET =
  "Code,Name,Unit,Min stock,Cost,Location,Quantity\nBL-1,Blade with a very long name that has to be cut off somewhere,pcs,500,42.5,Main store,240\nMT-75,मोटर ७५,pcs,10,310,Main store,1234567\n";

for (const theme of ["light", "dark"] as const) {
  test(`no page has a serious barrier or spills sideways (${theme})`, async ({ page }, info) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const refused: string[] = [];
    page.on("console", (message) => {
      if (/Content Security Policy|hydrat/i.test(message.text())) refused.push(message.text());
    });
    for (const path of OPEN) await check(page, path);
    await register(page, newFactory("Pages"));
    await check(page, "/products");
    await importSheet(page, { name: "products.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) });
    for (const path of INSIDE) await check(page, path);
    await page.goto("/products");
    // On a phone a whole card is one button.
    const isPhone = info.project.name === "phone";
    const motor = isPhone ? page.getByRole("button", { name: "Open मोटर ७५" }) : page.getByText("मोटर ७५");
    await motor.filter({ visible: true }).click();
    await page.waitForURL("**/products/*-*");
    for (const tab of ["stock", "ledger", "formula", "formula&edit=true", "variants", "settings", "history"])
      await check(page, `${new URL(page.url()).pathname}?tab=${tab}`);
    expect(refused).toEqual([]);
  });
}

async function check(page: Page, path: string): Promise<void> {
  await withoutStream(page);
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  const serious = violations.filter((one) => one.impact === "serious" || one.impact === "critical");
  const told = serious.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  expect(told, path).toEqual([]);
  const spill = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(spill, `${path} spills sideways`).toBeLessThanOrEqual(0);
}
