import { join } from "node:path";
import { ExplainedError } from "./explained-error.ts";
import { ROOT } from "./paths.ts";
import { aptInstall } from "./process/apt-install.ts";
import { findProgram } from "./process/find-program.ts";
import { type RunResult, runProgram } from "./process/run-program.ts";
import { makeOperator } from "./stack/make-operator.ts";
import type { ScratchStack } from "./stack/open-scratch-stack.ts";

const BROWSERS = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

const LIMIT_MS = 35 * 60_000;

type Wish = {
  stack: ScratchStack;
  config: string;
  args: readonly string[];
  env?: Record<string, string>;
  logFile?: string;
  isShown?: boolean;
};

/** The machine's own Chromium, installed by apt where it is missing and the user may. */
export async function findBrowser(): Promise<string> {
  const found = findProgram(...BROWSERS);
  if (found !== undefined) return found;
  await aptInstall(["chromium"]);
  const installed = findProgram(...BROWSERS);
  if (installed !== undefined) return installed;
  throw new ExplainedError("No Chromium was found. Install one: sudo apt-get install --no-install-recommends chromium");
}

/** Runs Playwright of `e2e/` against a stack that is up. */
export async function runPlaywright({ stack, config, args, env, logFile, isShown }: Wish): Promise<RunResult> {
  const command = join(ROOT, "e2e/node_modules/.bin/playwright");
  return runProgram(command, ["test", "--config", config, ...args], {
    cwd: join(ROOT, "e2e"),
    env: {
      BASE_URL: stack.url,
      TEST_DATABASE_URL: stack.adminUrl,
      OPERATOR_LINK: await makeOperator(stack, "olga"),
      CHROMIUM_PATH: await findBrowser(),
      FORCE_COLOR: "0",
      ...env,
    },
    limitMs: LIMIT_MS,
    ...(logFile === undefined ? {} : { logFile }),
    ...(isShown === undefined ? {} : { isShown }),
  });
}
