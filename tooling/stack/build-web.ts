import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { APP_COMMANDS } from "../app-commands.ts";
import { ExplainedError } from "../explained-error.ts";
import { NODE, ROOT } from "../paths.ts";
import { type RunResult, runProgram } from "../process/run-program.ts";
import { sourceHash } from "./source-hash.ts";

const SOURCES = ["apps/web", "packages", "tooling/tsconfig", "package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"];

const OUTPUT = join(ROOT, "apps/web/.next");
const LIMIT_MS = 15 * 60_000;

/** Makes the production build. One made from the same sources is used again. Returns whether it had to be made. */
export async function buildWeb(logFile?: string): Promise<boolean> {
  const stampFile = join(OUTPUT, "storehouse-build");
  const stamp = sourceHash(ROOT, SOURCES);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return false;

  console.error("Building the web app (again only when its sources change) …");
  rmSync(stampFile, { force: true });
  const hadCache = existsSync(OUTPUT);
  let result = await runBuild(logFile);
  if (result.code !== 0 && hadCache) {
    // The bundler's cache also remembers what it once could not find.
    rmSync(OUTPUT, { recursive: true, force: true });
    result = await runBuild(logFile);
  }
  if (result.code !== 0) throw new ExplainedError(`The web app could not be built:\n${result.output.trim()}`);
  writeFileSync(stampFile, stamp);
  return true;
}

function runBuild(logFile: string | undefined): Promise<RunResult> {
  return runProgram(NODE, APP_COMMANDS.build.args, {
    cwd: join(ROOT, APP_COMMANDS.build.cwd),
    env: { NODE_ENV: "production" },
    limitMs: LIMIT_MS,
    ...(logFile === undefined ? {} : { logFile }),
  });
}
