import { defineConfig } from "@playwright/test";
import { BROWSER, PHONE } from "./browser.ts";

const TABLET = { viewport: { width: 1024, height: 768 } };
const WIDE = { viewport: { width: 1440, height: 900 } };

// Pictures of every page for people to look at. Not a test: nothing is compared.
export default defineConfig({
  testDir: "shots",
  testMatch: "*.shot.ts",
  outputDir: "../.data/screenshots-failed",
  workers: 1,
  timeout: 300_000,
  reporter: "list",
  use: { ...BROWSER, contextOptions: { reducedMotion: "reduce" } },
  projects: [
    { name: "1440-light", use: { ...WIDE, colorScheme: "light" } },
    { name: "1440-dark", use: { ...WIDE, colorScheme: "dark" } },
    { name: "1024-light", use: { ...TABLET, colorScheme: "light" } },
    { name: "360-light", use: { ...PHONE, colorScheme: "light" } },
    { name: "360-dark", use: { ...PHONE, colorScheme: "dark" } },
  ],
});
