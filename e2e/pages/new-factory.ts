import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { untilListening } from "./until-listening.ts";

/** A factory as its master knows it. */
export type Factory = Readonly<{ name: string; dbName: string; username: string; password: string }>;

/** Names nobody has: each journey has a factory of its own. */
export function newFactory(word: string): Factory {
  const tail = randomBytes(3).toString("hex");
  return {
    name: `${word} ${tail}`,
    dbName: `${word.toLowerCase().replaceAll(/[^a-z]/g, "_")}_${tail}`,
    username: "asha",
    password: "kettle-7-drum",
  };
}

/** Signs a factory up by the form, and waits until its master is in. */
export async function register(page: Page, factory: Factory): Promise<void> {
  await page.goto("/register");
  await untilListening(page.locator("form"));
  await page.getByLabel("Factory name").fill(factory.name);
  await page.getByLabel("Database name").fill(factory.dbName);
  await page.getByLabel("Your name").fill("Asha Rao");
  await page.getByLabel("Username").fill(factory.username);
  await page.getByLabel("Password", { exact: true }).fill(factory.password);
  await page.getByRole("button", { name: "Start free" }).click();
  await page.waitForURL("**/home", { timeout: 30_000 });
  await expect(page.getByRole("main")).toBeVisible();
}

/** Signs somebody in by the form. */
export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto("/login");
  await untilListening(page.locator("form"));
  await page.getByLabel("Username").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/home");
}

/** Chooses a password in the place of one that somebody else gave. */
export async function chooseOwnPassword(page: Page, given: string, own: string): Promise<void> {
  await expect(page.getByRole("heading", { name: "Choose your own password" })).toBeVisible();
  await untilListening(page.locator("form"));
  await page.getByLabel("Present password").fill(given);
  await page.getByLabel("New password", { exact: true }).fill(own);
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByRole("main")).toContainText("Hello");
  await expect(page.getByRole("heading", { name: "Choose your own password" })).toHaveCount(0);
}
