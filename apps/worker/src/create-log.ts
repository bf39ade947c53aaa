import { type Logger, pino, stdTimeFunctions } from "pino";

const SECRETS = ["password", "passwordHash", "adminPasswordHash", "secret", "token", "ticket", "keys", "url"];

/** One JSON object a line. An error is logged by its code and stack: a driver's message can hold a statement's values. */
export function createLog(level: string, destination?: { write: (line: string) => void }): Logger {
  const options = {
    level,
    base: { process: "worker", pid: process.pid },
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: "[redacted]" },
    serializers: { error: describeError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** What of an error may be written down: driver errors keep their number and lose their words. */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, message, stack, cause } = error;
  const { code, errno } = error as Error & { code?: unknown; errno?: unknown };
  const isSafe = errno === undefined && !message.startsWith("Failed query");
  return {
    name,
    ...(code === undefined ? {} : { code }),
    ...(errno === undefined ? {} : { errno }),
    ...(isSafe ? { message } : {}),
    at: stack
      ?.split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 5),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}
