import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One statement of a migration: what is run, recorded and resumed by. */
export type MigrationStep = Readonly<{ id: string; sql: string; checksum: string }>;

/** A migration and its steps. The version of a schema is how many migrations it holds. */
export type Migration = Readonly<{ name: string; version: number; steps: readonly MigrationStep[] }>;

/** A whole schema as statements, and the version it stands for. */
export type Snapshot = Readonly<{ version: number; statements: readonly string[] }>;

const DRIZZLE = join(import.meta.dirname, "..", "..", "..", "..", "drizzle");
const BREAK = "--> statement-breakpoint";

/** The migrations of the central database or of every factory's, in order. */
export function readMigrations(target: "central" | "tenant", folder: string = DRIZZLE): readonly Migration[] {
  const files = readdirSync(join(folder, target)).filter((file) => /^\d{4}_\w+\.sql$/.test(file));
  return files.sort().map((file, index) => {
    const name = file.slice(0, -".sql".length);
    const statements = split(readFileSync(join(folder, target, file), "utf8"));
    return { name, version: index + 1, steps: statements.map((sql, at) => toStep(name, at + 1, sql)) };
  });
}

/** What a new factory's database is made from. */
export function readSnapshot(folder: string = DRIZZLE): Snapshot {
  const text = readFileSync(join(folder, "tenant", "snapshot.sql"), "utf8");
  const version = /^-- version (\d+):/.exec(text)?.[1];
  if (version === undefined) throw new Error("drizzle/tenant/snapshot.sql carries no version: run pnpm db:new.");
  return { version: Number(version), statements: split(text.replace(/^--[^>].*\n/, "")) };
}

const split = (text: string): readonly string[] =>
  text
    .split(BREAK)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");

const toStep = (name: string, number: number, sql: string): MigrationStep => ({
  id: `${name}#${String(number).padStart(2, "0")}`,
  sql,
  checksum: createHash("sha256").update(sql).digest("hex"),
});
