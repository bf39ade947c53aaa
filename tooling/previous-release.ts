import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ExplainedError, runMain } from "./explained-error.ts";
import { ROOT } from "./paths.ts";
import { runProgram } from "./process/run-program.ts";

/**
 * Tests of the schema itself: that it is what their release's tables say, whole and no more, which a later one is not by its nature.
 * They, and nothing else, are left out.
 */
const OF_THE_SCHEMA = [
  "packages/db/**",
  "packages/tenancy/src/migrate/**",
  "packages/tenancy/src/provision/grants.itest.ts",
  "packages/tenancy/src/provision/set-up.itest.ts",
];
const LIMIT_MS = 60 * 60_000;

/**
 * Runs an earlier release's database tests on today's schema: while web processes are replaced one after the other, its code works on
 * it. `node tooling/previous-release.ts [<git ref> [<test files>…]]` with TEST_DATABASE_URL of a server.
 */
async function tryPreviousRelease([wanted, ...files]: readonly string[]): Promise<number> {
  if (!process.env["TEST_DATABASE_URL"]) throw new ExplainedError("TEST_DATABASE_URL is not set: see CONTRIBUTING.md.");
  const ref = wanted ?? (await findPrevious());
  const folder = mkdtempSync(join(tmpdir(), "storehouse-previous-"));
  try {
    await must("git", ["clone", "--quiet", "--shared", "--no-checkout", ROOT, folder], ROOT);
    await must("git", ["checkout", "--quiet", "--detach", ref], folder);
    console.log((await must("git", ["log", "-1", "--format=The release before: %h %cs %s"], folder)).trim());
    await must("npx", ["--yes", await managerOf(folder), "install", "--frozen-lockfile", "--prefer-offline"], folder);
    rmSync(join(folder, "drizzle"), { recursive: true });
    cpSync(join(ROOT, "drizzle"), join(folder, "drizzle"), { recursive: true });
    const leftOut = OF_THE_SCHEMA.map((pattern) => `--exclude=${pattern}`);
    const args = ["run", "--project", "db", ...leftOut, ...files];
    const tests = await runProgram(join(folder, "node_modules/.bin/vitest"), args, run(folder));
    return tests.code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The newest tag before today's commit; in a history without tags the commit that was the newest a day before it. */
async function findPrevious(): Promise<string> {
  const tag = await runProgram("git", ["describe", "--tags", "--abbrev=0", "HEAD^"], { cwd: ROOT });
  if (tag.code === 0) return tag.output.trim();
  const now = Number((await must("git", ["log", "-1", "--format=%ct"], ROOT)).trim());
  const before = await must("git", ["rev-list", "-1", "--first-parent", `--before=${now - 86_400}`, "HEAD"], ROOT);
  if (before.trim() === "") throw new ExplainedError("There is no release before: name a commit.");
  return before.trim();
}

/** The package manager of that release, which need not be today's. */
async function managerOf(folder: string): Promise<string> {
  const text = await must("git", ["show", "HEAD:package.json"], folder);
  return (JSON.parse(text) as { packageManager: string }).packageManager;
}

async function must(command: string, args: readonly string[], cwd: string): Promise<string> {
  const { code, output } = await runProgram(command, args, { cwd });
  if (code !== 0) throw new ExplainedError(`${command} ${args[0]} failed:\n${output}`);
  return output;
}

const run = (cwd: string) => ({
  cwd,
  env: { CI: "true", NO_COLOR: "1", FORCE_COLOR: undefined },
  isShown: true,
  limitMs: LIMIT_MS,
});

await runMain(() => tryPreviousRelease(process.argv.slice(2)));
