import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { foldSnapshot } from "./fold-snapshot.ts";

const HERE = join(import.meta.dirname, "..", "..");
const DRIZZLE = join(HERE, "..", "..", "drizzle");
const BREAK = "\n--> statement-breakpoint\n";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { name: { type: "string" }, "snapshot-only": { type: "boolean", default: false } },
});
const [target] = positionals;
if ((target !== "central" && target !== "tenant") || (values.name === undefined && !values["snapshot-only"])) {
  console.error("Usage: pnpm db:new central|tenant --name <what_changes>   (or: tenant --snapshot-only)");
  process.exit(2);
}

if (values.name !== undefined) console.log(kit("generate", "--name", values.name));
if (target === "tenant") writeSnapshot();

/** Writes the whole schema as one file: what a new factory is made from. */
function writeSnapshot(): void {
  const statements = kit("export")
    .split(/(?<=;)\s*\n/)
    .map((statement) => statement.replace(/^Reading schema files:\n(?:.*\.ts\n)+/, "").trim())
    .filter((statement) => statement !== "");
  const stamp = `-- version ${countMigrations()}: the migrations of this folder in one. Written by pnpm db:new.\n`;
  writeFileSync(join(DRIZZLE, "tenant", "snapshot.sql"), `${stamp}${foldSnapshot(statements).join(BREAK)}\n`);
}

function countMigrations(): number {
  const journal: unknown = JSON.parse(readFileSync(join(DRIZZLE, "tenant", "meta", "_journal.json"), "utf8"));
  if (typeof journal !== "object" || journal === null || !("entries" in journal) || !Array.isArray(journal.entries)) {
    throw new Error("drizzle/tenant/meta/_journal.json has no entries.");
  }
  return journal.entries.length;
}

function kit(...args: readonly string[]): string {
  const program = join(HERE, "node_modules", ".bin", "drizzle-kit");
  return execFileSync(program, [...args, "--config", `drizzle.${target}.config.ts`], { cwd: HERE, encoding: "utf8" });
}
