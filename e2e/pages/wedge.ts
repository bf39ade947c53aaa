import type { Page } from "@playwright/test";

/** Scans as a keyboard-wedge scanner does, wherever the focus is: each code letter by letter and then Enter, so many scans a second. */
export async function scanAll(page: Page, codes: readonly string[], perSecond = 10): Promise<void> {
  await page.evaluate(
    async ({ all, waitMs }) => {
      for (const code of all) {
        const target = document.activeElement ?? document.body;
        for (const key of [...code, "Enter"]) {
          target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        }
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    },
    { all: [...codes], waitMs: 1000 / perSecond },
  );
}
