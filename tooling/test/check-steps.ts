import { join } from "node:path";
import { BIN, NODE, ROOT } from "../paths.ts";
import { runProgram } from "../process/run-program.ts";
import type { Step } from "./step.ts";

const CRUISED = ["apps", "packages", "bench", "e2e", "tooling"];

const LIMIT_MS = 5 * 60_000;

/** The checks that read the sources. Each counts as one. */
export const CHECK_STEPS: readonly Step[] = [
  check("format", [join(BIN, "biome"), "format", "."]),
  check("size", [NODE, "tooling/check-file-size.ts"]),
  check("paths", [NODE, "tooling/check-doc-paths.ts"]),
  check("imports", [join(BIN, "depcruise"), ...CRUISED, "--config", "tooling/dependency-cruiser.cjs"]),
  check("dead", [join(BIN, "knip"), "--no-progress"]),
  check("types", [join(BIN, "tsc"), "-b"]),
  check("lint", [join(BIN, "oxlint"), "--deny-warnings"]),
];

function check(name: string, [command, ...args]: readonly [string, ...string[]]): Step {
  const run: Step["run"] = async ({ logs }) => {
    const { code, output } = await runProgram(command, args, {
      cwd: ROOT,
      logFile: join(logs, `${name}.log`),
      limitMs: LIMIT_MS,
    });
    return code === 0 ? { passed: 1, failed: 0, log: "" } : { passed: 0, failed: 1, log: output };
  };
  return { name, run };
}
