/** An error whose message says what to do; shown to the person without a stack. */
export class ExplainedError extends Error {}

/** Runs a command of the tooling and turns its end into an exit code; only unexpected errors show a stack. */
export async function runMain(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof ExplainedError ? error.message : error);
    process.exitCode = 1;
  }
  process.exit();
}
