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
  "/backups",
  "/profile",
  "/settings",
  "/home?book=in",
  "/home?book=move",
  // The drawer asks for the same as the page beside it.
  "/stock?book=in",
  "/home?make=new",
  "/nowhere",
];
const SHEET =
  "Code,Name,Unit,Min stock,Cost,Location,Quantity\nBL-1,Blade with a very long name that has to be cut off somewhere,pcs,500,42.5,Main store,240\nMT-75,मोटर ७५,pcs,10,310,Main store,1234567\n";

const TABS = ["stock", "ledger", "formula", "formula&edit=true", "variants", "settings", "history"];
const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
/** What a page's colours decide: the rest is alike in both themes. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

// What is found names its page and its place; a picture of each step would take as long as the steps.
test.use({ trace: "off" });

test("no page has a serious barrier or spills sideways, light or dark", async ({ page, context }, info) => {
  test.setTimeout(600_000);
  const refused: string[] = [];
  const other = await context.newPage();
  for (const one of [page, other]) await prepare(one, refused);
  for (const path of OPEN) await check(page, path);
  await register(page, newFactory("Pages"));
  await check(page, "/products");
  await importSheet(page, { name: "products.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) });
  await page.goto("/products");
  // On a phone a whole card is one button.
  const isPhone = info.project.name === "phone";
  const motor = isPhone ? page.getByRole("button", { name: "Open मोटर ७५" }) : page.getByText("मोटर ७५");
  await motor.filter({ visible: true }).click();
  await page.waitForURL("**/products/*-*");
  const product = new URL(page.url()).pathname;
  const left = [...INSIDE, ...TABS.map((tab) => `${product}?tab=${tab}`)];
  // Two at once: one is looked at while the other loads.
  const walk = async (one: Page): Promise<void> => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) await check(one, path);
  };
  await Promise.all([walk(page), walk(other)]);
  expect(refused).toEqual([]);
});

async function prepare(page: Page, refused: string[]): Promise<void> {
  await withoutStream(page);
  const hear = (text: string) => {
    if (/Content Security Policy|hydrat|React error #4[12]\d/i.test(text)) refused.push(`${page.url()}: ${text}`);
  };
  page.on("console", (message) => hear(message.text()));
  page.on("pageerror", (error) => hear(error.message));
}

async function check(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  expectNoBarrier(await axe(page).withTags(RULES).analyze(), path);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await page.locator("html.dark").waitFor({ state: "attached" });
  expectNoBarrier(await axe(page).withRules(COLOUR_RULES).analyze(), `${path} (dark)`);
  const spill = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(spill, `${path} spills sideways`).toBeLessThanOrEqual(0);
}

// The other mode opens a page more for each answer, for frames of other origins, which there are none of.
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode();

function expectNoBarrier({ violations }: Awaited<ReturnType<AxeBuilder["analyze"]>>, where: string): void {
  const serious = violations.filter((one) => one.impact === "serious" || one.impact === "critical");
  const told = serious.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  expect(told, where).toEqual([]);
}
