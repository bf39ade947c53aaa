import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { mysql97 } from "./database/mysql97.ts";
import { findServerProgram } from "./database/server-program.ts";
import { ExplainedError, runMain } from "./explained-error.ts";
import { DATA, NODE, ROOT } from "./paths.ts";
import { findBrowser } from "./playwright.ts";
import { runProgram } from "./process/run-program.ts";
import { BUILD_STEP } from "./test/build-step.ts";
import { CHECK_STEPS } from "./test/check-steps.ts";
import { E2E_STEP } from "./test/e2e-step.ts";
import { type Result, resultLine, runSteps } from "./test/run-steps.ts";
import type { Step, StepContext } from "./test/step.ts";
import { DATABASE_STEPS, UNIT_STEPS } from "./test/vitest-steps.ts";

/** What may run side by side does so on two cores; the servers' tests have the machine to themselves. */
const PHASES: readonly { steps: readonly Step[]; lanes: number }[] = [
  { steps: CHECK_STEPS, lanes: 2 },
  { steps: UNIT_STEPS, lanes: 1 },
  { steps: DATABASE_STEPS, lanes: 1 },
  { steps: [BUILD_STEP, E2E_STEP], lanes: 1 },
];

/** Types of routes and images, which `next build` would make too; tsc comes first. */
const NEXT_TYPEGEN = ["node_modules/next/dist/bin/next", "typegen"];

await runMain(() => test(process.argv.slice(2)));

/** `npm test`, or `npm test -- unit db e2e` for some of it. Ends with one line, `N passed, N failed`. */
async function test(wanted: readonly string[]): Promise<number> {
  const phases = choose(wanted);
  const logs = join(DATA, "test-logs");
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });
  const undos: (() => Promise<void>)[] = [];
  const context: StepContext = { logs, onEnd: (undo) => undos.unshift(undo) };
  const undoAll = async (): Promise<void> => {
    for (const undo of undos.splice(0)) await undo();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void undoAll().finally(() => process.exit(130)));
  }

  await prepareMachine(phases.flatMap(({ steps }) => steps.map(({ name }) => name)));
  const results: Result[] = [];
  for (const { steps, lanes } of phases) results.push(...(await runSteps(steps, lanes, context)));
  await undoAll();
  return summarise(results, logs);
}

function choose(wanted: readonly string[]): typeof PHASES {
  if (wanted.length === 0) return PHASES;
  const isWanted = ({ name }: Step): boolean => wanted.some((want) => name === want || name.startsWith(`${want}:`));
  const names = PHASES.flatMap(({ steps }) => steps.map(({ name }) => name));
  const chosen = PHASES.map(({ steps, lanes }) => ({ steps: steps.filter(isWanted), lanes }));
  if (chosen.every(({ steps }) => steps.length === 0))
    throw new ExplainedError(`Nothing to run. Steps: ${names.join(", ")}`);
  return chosen;
}

/** Packages first, one after the other: apt lets nobody in beside itself. MySQL comes in while the checks run. */
async function prepareMachine(names: readonly string[]): Promise<void> {
  if (names.includes("db:mariadb") || names.includes("e2e")) await findServerProgram();
  if (names.includes("e2e")) await findBrowser();
  if (names.includes("types")) await runProgram(NODE, NEXT_TYPEGEN, { cwd: join(ROOT, "apps/web") });
  if (names.includes("db:mysql")) void mysql97().catch(() => {});
}

function summarise(results: readonly Result[], logs: string): number {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\n${results.map(resultLine).join("\n")}\n\nWhole logs: ${logs}`);
  for (const { notTested } of results) {
    if (notTested !== undefined) console.log(`\n*** NOT TESTED ON THIS MACHINE: ${notTested} ***`);
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
