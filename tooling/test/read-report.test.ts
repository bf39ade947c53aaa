import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readPlaywrightReport, readVitestReport } from "./read-report.ts";

const folder = mkdtempSync(join(tmpdir(), "storehouse-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe("readVitestReport", () => {
  test("counts tests", () => {
    expect(readVitestReport(report({ numPassedTests: 5, numFailedTests: 2 }))).toEqual({ passed: 5, failed: 2 });
  });

  test("a file that could not be loaded is a failure", () => {
    const testResults = [{ status: "failed", assertionResults: [] }];
    expect(readVitestReport(report({ numPassedTests: 5, numFailedTests: 0, testResults })).failed).toBe(1);
  });

  test("no report means nothing was executed", () => {
    expect(readVitestReport("/nonexistent/report.json")).toEqual({ passed: 0, failed: 0 });
  });
});

describe("readPlaywrightReport", () => {
  test("a flaky test and an error outside a test are failures", () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 0 };
    expect(readPlaywrightReport(report({ stats, errors: [{ message: "no server" }] }))).toEqual({
      passed: 7,
      failed: 3,
    });
  });
});
