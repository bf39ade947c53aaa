import { expect, type Page, test } from "@playwright/test";
import { PHONE } from "../browser.ts";
import { newFactory, register } from "../pages/new-factory.ts";
import { untilListening } from "../pages/until-listening.ts";
import { phoneCode } from "../pages/phone-code.ts";

const OWN = "spindle-4-oil";

test("a person comes in by a link, turns on the second step, loses the phone, and is helped", async ({
  page,
  browser,
}, info) => {
  const factory = newFactory("Doors");
  const login = `ravi@${factory.dbName}`;
  await register(page, factory);
  await page.goto("/people?person=new");
  await page.getByLabel("Name", { exact: true }).fill("Ravi");
  await page.getByLabel("Username").fill("ravi");
  await page.getByRole("dialog").getByRole("button", { name: "Add person" }).click();
  const link = await page.getByLabel("Sign-in link", { exact: true }).inputValue();
  expect(link).toContain("/reset#");

  const context = await browser.newContext(PHONE);
  const phone = await context.newPage();
  await phone.goto(link);
  await expect(phone.getByRole("heading", { name: "Hello, Ravi" })).toBeVisible();
  await phone.getByLabel("New password", { exact: true }).fill("password1");
  await phone.getByRole("button", { name: "Set password and sign in" }).click();
  await expect(phone.getByText(/on the lists everyone tries first/)).toBeVisible();
  await phone.getByLabel("New password", { exact: true }).fill(OWN);
  await phone.getByRole("button", { name: "Set password and sign in" }).click();
  await phone.waitForURL("**/home");

  const { secret, recoveryCode } = await turnOn(phone);
  await signOut(phone);
  await enterPassword(phone, login, OWN);
  await phone.getByLabel("Code", { exact: true }).fill("000000");
  await expect(phone.getByText(/This code was not accepted/)).toBeVisible();
  // Its own clock may be a step ahead; the code of now was spent on turning it on.
  await phone.getByLabel("Code", { exact: true }).fill(phoneCode(secret, 1));
  await phone.waitForURL("**/home");

  await signOut(phone);
  await enterPassword(phone, login, OWN);
  await phone.getByRole("button", { name: "Use a recovery code" }).click();
  await phone.getByLabel("Recovery code").fill(recoveryCode);
  await phone.getByRole("button", { name: "Sign in" }).click();
  await phone.waitForURL("**/home");

  // The phone is lost, the password forgotten: the master helps with both.
  await page.goto("/people?q=ravi");
  // On a phone a whole card is one button.
  const isPhone = info.project.name === "phone";
  const ravi = isPhone ? page.getByRole("button", { name: "Open Ravi" }) : page.getByText("Ravi", { exact: true });
  await ravi.filter({ visible: true }).click();
  page.on("dialog", (dialog) => void dialog.accept());
  await page.getByRole("button", { name: "Turn two-step sign-in off" }).click();
  await expect(page.getByText(/signs in with the password alone now/)).toBeVisible();
  await page.getByRole("button", { name: "Make a sign-in link" }).click();
  const second = await page.getByLabel("Sign-in link", { exact: true }).inputValue();
  await phone.goto("/stock");
  await phone.waitForURL("**/login?**");
  await phone.goto(second);
  await phone.getByLabel("New password", { exact: true }).fill("lathe-9-brass");
  await phone.getByRole("button", { name: "Set password and sign in" }).click();
  await phone.waitForURL("**/home");
  await phone.goto(link);
  await expect(phone.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
  await context.close();
});

async function turnOn(page: Page): Promise<{ secret: string; recoveryCode: string }> {
  await page.goto("/profile");
  await page.getByRole("button", { name: "Turn on" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password").fill(OWN);
  await dialog.getByRole("button", { name: "Go on" }).click();
  const secret = await dialog.getByLabel("The secret to type").inputValue();
  await dialog.getByLabel("The code it shows now").fill(phoneCode(secret));
  await dialog.getByRole("button", { name: "Turn on" }).click();
  const codes = dialog.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(8);
  const recoveryCode = (await codes.first().textContent()) ?? "";
  await dialog.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("8 of your recovery codes are left")).toBeVisible();
  return { secret, recoveryCode };
}

async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies();
}

async function enterPassword(page: Page, login: string, password: string): Promise<void> {
  await page.goto("/login");
  await untilListening(page.locator("form"));
  const forget = page.getByRole("button", { name: /change/ });
  if (await forget.isVisible()) await forget.click();
  await page.getByLabel("Username").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
