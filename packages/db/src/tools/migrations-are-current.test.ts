import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { renderSnapshot } from "./render-snapshot.ts";
import { runKit } from "./run-kit.ts";

const PACKAGE = join(import.meta.dirname, "..", "..");
const DRIZZLE = join(PACKAGE, "..", "..", "drizzle");
/** The generator is a program of its own, which takes many times its usual second when the machine is busy. */
const PATIENT = { timeout: 120_000 };
const migrationsIn = (folder: string): string[] => readdirSync(folder).filter((file) => /^\d{4}_\w+\.sql$/.test(file));

test.each(["central", "tenant"])("the %s tables have no change without a migration", PATIENT, (target) => {
  const folder = mkdtempSync(join(tmpdir(), "migrations-"));
  cpSync(join(DRIZZLE, target), folder, { recursive: true });
  // It takes every path as one relative to this package, and says so only by ending with 0.
  const out = relative(PACKAGE, folder);
  const said = runKit("generate", "--dialect", "mysql", "--schema", `./src/${target}/*.ts`, "--out", out);
  const found = migrationsIn(folder);
  rmSync(folder, { recursive: true });
  expect(found).toEqual(migrationsIn(join(DRIZZLE, target)));
  expect(said).toContain("No schema changes");
});

test("the snapshot is what the tables say now", PATIENT, () => {
  const folder = join(DRIZZLE, "tenant");
  expect(readFileSync(join(folder, "snapshot.sql"), "utf8")).toBe(renderSnapshot(migrationsIn(folder).length));
});
