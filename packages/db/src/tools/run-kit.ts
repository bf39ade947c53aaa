import { execFileSync } from "node:child_process";
import { join } from "node:path";

const PACKAGE = join(import.meta.dirname, "..", "..");

/** Runs drizzle-kit in this package and returns what it prints. */
export function runKit(...args: readonly string[]): string {
  return execFileSync(join(PACKAGE, "node_modules", ".bin", "drizzle-kit"), [...args], {
    cwd: PACKAGE,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}
