/** What a runner reported. A check that is not a test counts as one. */
export type Outcome = {
  passed: number;
  failed: number;
  /** Shown when something failed. */
  log: string;
  /** What could not be tried on this machine; shown at the end, in capitals. */
  notTested?: string;
};

/** A runner that executed nothing has proved nothing, whatever its exit code says. */
export function settle(outcome: Outcome, exitCode: number): Outcome {
  const { passed, failed, log } = outcome;
  if (passed + failed === 0) return { passed: 0, failed: 1, log: `${log}\nNot one test was executed.` };
  if (exitCode !== 0 && failed === 0)
    return { ...outcome, failed: 1, log: `${log}\nIt left with exit code ${exitCode}.` };
  return outcome;
}
