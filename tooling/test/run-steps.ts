import type { Outcome } from "./outcome.ts";
import type { Step, StepContext } from "./step.ts";

export type Result = Outcome & { name: string; seconds: number };

/** Runs steps, `lanes` at a time, in order. A step that throws has failed; the others still run. */
export async function runSteps(steps: readonly Step[], lanes: number, context: StepContext): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = [...steps];
  const lane = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const result = await runStep(step, context);
      console.log(resultLine(result));
      if (result.failed > 0) console.log(lastLines(result.log));
      results.push(result);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** `name  12 passed, 0 failed  3.4 s` */
export function resultLine({ name, passed, failed, seconds, notTested }: Result): string {
  if (notTested !== undefined) return `! ${name.padEnd(12)} NOT TESTED`;
  return `${failed > 0 ? "✗" : "✓"} ${name.padEnd(12)} ${passed} passed, ${failed} failed  ${seconds.toFixed(1)} s`;
}

async function runStep(step: Step, context: StepContext): Promise<Result> {
  const startedAt = performance.now();
  const outcome = await step
    .run(context)
    .catch((error: unknown): Outcome => ({ passed: 0, failed: 1, log: explain(error) }));
  return { ...outcome, name: step.name, seconds: (performance.now() - startedAt) / 1000 };
}

function explain(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function lastLines(log: string): string {
  const lines = log.trimEnd().split("\n").slice(-250);
  return lines.map((line) => `  │ ${line}`).join("\n");
}
