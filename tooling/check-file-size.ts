import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { trackedFiles } from "./tracked-files.ts";

const MOST_LINES = 300;
const HAND_WRITTEN = /\.(ts|tsx|mjs|cjs|css)$/;
const GENERATED = /^drizzle\/|\.gen\.ts$/;

/** The hand-written files that are longer than a reader keeps in mind, as lines of a report. */
export function filesTooLong(root: string): string[] {
  return trackedFiles(root)
    .filter((path) => HAND_WRITTEN.test(path) && !GENERATED.test(path))
    .map((path) => ({ path, lines: readFileSync(join(root, path), "utf8").trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path}: ${lines} lines, at most ${MOST_LINES}`);
}

if (import.meta.main) {
  const found = filesTooLong(resolve(process.argv[2] ?? "."));
  for (const line of found) console.error(line);
  process.exitCode = found.length > 0 ? 1 : 0;
}
