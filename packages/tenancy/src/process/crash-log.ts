import { findDriverError } from "@storehouse/db";
import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";

const EXIT_AFTER_MS = 2_000;
/** Below are the operating system's: their words name files and ports, and are wanted. */
const SERVER_ERRORS_FROM = 1000;
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

/** One crash as it is written down. What a statement carried, a password's hash perhaps, is left out. */
export function crashEntry(kind: string, reason: unknown): Readonly<Record<string, unknown>> {
  const error = reason instanceof Error ? reason : new Error(String(reason));
  const message = withoutValues(error);
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    at: new Date().toISOString(),
    kind,
    type: error.name,
    message,
    stack: [`${error.name}: ${message}`, ...frames].join("\n"),
    memory: process.memoryUsage(),
    uptimeSeconds: Math.round(process.uptime()),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    pid: process.pid,
  };
}

/** The driver's own words quote values, and Drizzle's repeat the parameters below the statement. */
function withoutValues(error: Error): string {
  const driver = findDriverError(error);
  const [statement] = error.message.split("\nparams:");
  const isServers = driver !== undefined && driver.errno >= SERVER_ERRORS_FROM;
  if (!isServers) return statement ?? "";
  const reason = `${driver.code} ${driver.errno}`;
  return error.message.startsWith("Failed query") ? `${statement} (${reason})` : reason;
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
