import { expect, type Locator } from "@playwright/test";

/** Waits until what the server drew is React's: a busy machine shows it a good while before it listens. */
export async function untilListening(shown: Locator): Promise<void> {
  const isReacts = (element: Element) => Object.keys(element).some((key) => key.startsWith("__reactProps"));
  await expect.poll(() => shown.first().evaluate(isReacts), { timeout: 30_000 }).toBe(true);
}
