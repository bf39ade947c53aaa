import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";

const EXIT_AFTER_MS = 2_000;
const SEPARATOR = "\n---\n";

/**
 * On an uncaught exception or an unhandled rejection: one entry in `crashes.log` of the folder and on the console, and
 * two seconds later the process ends with 1, for its supervisor to start it again. What it was doing may be half done,
 * so it does not go on.
 */
export function installCrashLog({ dir }: Readonly<{ dir: string }>): void {
  process.on("uncaughtException", (error) => crash(dir, "uncaughtException", error));
  process.on("unhandledRejection", (reason) => crash(dir, "unhandledRejection", reason));
}

/** One crash as it is written down. Only the stack and the message: a driver's error carries the statement and its values. */
export function crashEntry(kind: string, reason: unknown): Readonly<Record<string, unknown>> {
  const error = reason instanceof Error ? reason : new Error(String(reason));
  return {
    at: new Date().toISOString(),
    kind,
    type: error.name,
    message: error.message,
    stack: error.stack,
    memory: process.memoryUsage(),
    uptimeSeconds: Math.round(process.uptime()),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    pid: process.pid,
  };
}

let isCrashing = false;

function crash(dir: string, kind: string, reason: unknown): void {
  const entry = JSON.stringify(crashEntry(kind, reason));
  console.error(entry);
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    appendFileSync(join(dir, "crashes.log"), `${entry}${SEPARATOR}`, { mode: 0o600 });
  } catch (error) {
    console.error(`The crash could not be written to ${dir}: ${String(error)}`);
  }
  if (isCrashing) return;
  isCrashing = true;
  process.exitCode = 1;
  setTimeout(() => process.exit(1), EXIT_AFTER_MS);
}
