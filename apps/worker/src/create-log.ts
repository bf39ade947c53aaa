import { describeError } from "@storehouse/tenancy";
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
