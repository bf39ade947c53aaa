import type { PlaywrightTestConfig } from "@playwright/test";
import { e2eEnv } from "./env.ts";

/** The machine's own Chromium, kept from calling anybody outside. */
export const BROWSER = {
  baseURL: e2eEnv.baseUrl,
  launchOptions: {
    executablePath: e2eEnv.chromium,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage",
    ],
  },
} satisfies PlaywrightTestConfig["use"];

/** The two sizes every journey is done at. */
export const DESK = { viewport: { width: 1440, height: 900 } };
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
