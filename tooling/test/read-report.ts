import { readFileSync } from "node:fs";

export type Counts = { passed: number; failed: number };

/** The counts of vitest's JSON report. A file that could not be loaded counts as one failure. */
export function readVitestReport(file: string): Counts {
  const report = readJson(file);
  const files = Array.isArray(report["testResults"]) ? report["testResults"] : [];
  const unloaded = files.filter((result: unknown) => {
    const { status, assertionResults } = asRecord(result);
    return status === "failed" && Array.isArray(assertionResults) && !assertionResults.some(hasFailed);
  });
  return { passed: count(report, "numPassedTests"), failed: count(report, "numFailedTests") + unloaded.length };
}

/** The counts of Playwright's JSON report. A test that passed only when repeated has failed. */
export function readPlaywrightReport(file: string): Counts {
  const report = readJson(file);
  const stats = asRecord(report["stats"]);
  const errors = Array.isArray(report["errors"]) ? report["errors"].length : 0;
  return { passed: count(stats, "expected"), failed: count(stats, "unexpected") + count(stats, "flaky") + errors };
}

function hasFailed(result: unknown): boolean {
  return asRecord(result)["status"] === "failed";
}

function readJson(file: string): Record<string, unknown> {
  try {
    return asRecord(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    // The runner died before it could write: settle() turns nothing executed into a failure.
    return {};
  }
}

function count(record: Record<string, unknown>, name: string): number {
  return Number(record[name] ?? 0);
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
