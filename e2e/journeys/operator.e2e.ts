import { expect, type Page, test } from "@playwright/test";
import { PHONE } from "../browser.ts";
import { e2eEnv } from "../env.ts";
import { newFactory, register } from "../pages/new-factory.ts";
import { phoneCode } from "../pages/phone-code.ts";
import { untilListening } from "../pages/until-listening.ts";

const OWN = "a lathe by the canal";
const REASON = "The invoice of May is open.";

test("an operator signs in, suspends a factory whose page is open, which says so within 5 s, and lets it in again", async ({
  page,
  browser,
}) => {
  const factory = newFactory("Gearing");
  const context = await browser.newContext(PHONE);
  const floor = await context.newPage();
  await register(floor, factory);
  await floor.goto("/stock");
  await untilListening(floor.getByRole("main"));

  await page.goto(e2eEnv.operatorLink);
  await expect(page.getByRole("heading", { name: "Hello, Olga Berg" })).toBeVisible();
  const secret = await page.getByLabel("Secret to type").inputValue();
  await page.getByLabel("New password", { exact: true }).fill(OWN);
  await page.getByLabel("The code it shows now").fill(phoneCode(secret));
  await page.getByRole("button", { name: "Set password and sign in" }).click();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();

  await page.getByRole("button", { name: /menu$/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("**/operator/login");
  await untilListening(page.locator("form"));
  await page.getByLabel("Username").fill("olga");
  await page.getByLabel("Password", { exact: true }).fill(OWN);
  await page.getByRole("button", { name: "Go on" }).click();
  // Its own clock may be a step ahead; the code of now was spent on setting it up.
  await page.getByLabel("Code", { exact: true }).fill(phoneCode(secret, 1));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/operator");

  await page.goto(`/operator/factories?q=${factory.dbName}`);
  await page.getByText(factory.name, { exact: true }).click();
  await page.getByRole("button", { name: "Suspend", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill(REASON);
  const closed = floor.getByRole("dialog", { name: "This factory is suspended" });
  await expect(closed).toHaveCount(0);
  await dialog.getByRole("button", { name: "Suspend" }).click();
  await expect(closed).toContainText(REASON, { timeout: 5_000 });
  await expect(page.getByText("Its open pages say so within seconds.")).toBeVisible();

  await page.getByRole("button", { name: "Reactivate" }).click();
  await expect(closed).toHaveCount(0);
  await floor.goto("/home");
  await expect(floor.getByRole("main")).toContainText("Hello");
  await expect(page.getByText("Reactivated", { exact: true })).toBeVisible();
  await lookAsSupport(page, floor, factory.name);
  await context.close();
});

/** The master lets support in; the operator looks and changes nothing; the master ends it, and the operator's page says so within 5 s. */
async function lookAsSupport(page: Page, floor: Page, factoryName: string): Promise<void> {
  const open = page.getByRole("button", { name: "Open as support" });
  await expect(open).toHaveCount(0);
  await floor.goto("/settings");
  await untilListening(floor.getByRole("main"));
  await floor.getByLabel("What support should look at").fill("The first page is empty.");
  await floor.getByRole("button", { name: "Let support in" }).click();
  await expect(floor.getByRole("button", { name: "End now" })).toBeVisible();

  await page.reload();
  // The line of the log below says the reason too.
  await expect(page.getByText(/^The factory lets support look until .*The first page is empty\.$/)).toBeVisible();
  await open.click();
  await page.waitForURL("**/home");
  const banner = page.getByRole("complementary", { name: "Support access" });
  await expect(banner).toContainText(`You are looking at ${factoryName} as support until`);
  await untilListening(page.getByRole("main"));
  const { origin } = new URL(page.url());
  const post = await page.request.post("/api/trpc/sample.load", { headers: { origin }, data: {} });
  expect(post.status()).toBe(403);
  expect(await post.text()).toContain("SUPPORT_READ_ONLY");
  await expect(floor.getByText("Olga Berg of support is in now.")).toBeVisible({ timeout: 8_000 });

  await floor.getByRole("button", { name: "End now" }).click();
  const over = page.getByRole("dialog", { name: "Support access has ended" });
  await expect(over).toBeVisible({ timeout: 5_000 });
  await over.getByRole("button", { name: "Back to the console" }).click();
  await page.waitForURL("**/operator/factories");
}
