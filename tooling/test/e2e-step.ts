import { join } from "node:path";
import { runPlaywright } from "../playwright.ts";
import { buildWeb } from "../stack/build-web.ts";
import { openScratchStack } from "../stack/open-scratch-stack.ts";
import { settle } from "./outcome.ts";
import { readPlaywrightReport } from "./read-report.ts";
import type { Step } from "./step.ts";

/** The journeys, in a browser, on the production build with its own web, worker and database server. */
export const E2E_STEP: Step = {
  name: "e2e",
  run: async ({ logs, onEnd }) => {
    await buildWeb(join(logs, "build.log"));
    const stack = await openScratchStack("test-e2e");
    onEnd(stack.stop);
    const report = join(logs, "e2e.json");
    const { code, output } = await runPlaywright({
      stack,
      config: "playwright.config.ts",
      args: ["--reporter=list,json"],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      logFile: join(logs, "e2e.log"),
    });
    await stack.stop();
    return settle({ ...readPlaywrightReport(report), log: output }, code);
  },
};
