import type { Page } from "@playwright/test";

/**
 * Scans as a keyboard-wedge scanner does, wherever the focus is: each code letter by letter and then Enter, so many scans a second. A key bears
 * the time at which the scanner pressed it, as the system gives it, however late a busy page comes to hear of it.
 */
export async function scanAll(page: Page, codes: readonly string[], perSecond = 10): Promise<void> {
  await page.evaluate(
    async ({ all, waitMs }) => {
      for (const code of all) {
        const target = document.activeElement ?? document.body;
        let at = performance.now();
        for (const key of [...code, "Enter"]) {
          const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
          Object.defineProperty(event, "timeStamp", { value: (at += 4) });
          target.dispatchEvent(event);
        }
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    },
    { all: [...codes], waitMs: 1000 / perSecond },
  );
}
