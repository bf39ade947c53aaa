import { defineConfig } from "@playwright/test";
import { BROWSER, DESK, PHONE } from "./browser.ts";

export default defineConfig({
  testDir: "journeys",
  testMatch: "*.e2e.ts",
  outputDir: "../.data/test-results",
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    ...BROWSER,
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    // Without its film, which two cores would draw all the time to throw it away in the end.
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "desk", use: DESK },
    // A phone has no keys; the day has a desk and two phones of its own, the fake camera is one browser's for both,
    // nobody changes a whole catalogue or wires programs on a phone, and the operator's link opens once.
    {
      name: "phone",
      use: PHONE,
      testIgnore: [
        "keyboard.e2e.ts",
        "day.e2e.ts",
        "camera.e2e.ts",
        "bulk.e2e.ts",
        "views.e2e.ts",
        "webhooks.e2e.ts",
        "operator.e2e.ts",
      ],
    },
  ],
});
