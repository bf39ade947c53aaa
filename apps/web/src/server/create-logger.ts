import { type Logger, pino } from "pino";

/** Fields that are blacked out should one ever be logged. */
const SECRET = [
  "password",
  "passwordHash",
  "token",
  "cookie",
  "authorization",
  "secret",
  "ticket",
  "next",
  "current",
  "challenge",
];

/** Logs as one line of JSON per event, on standard output. */
export function createLogger(level: string): Logger {
  const paths = SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino({ level, base: { app: "web" }, redact: { paths, censor: "[redacted]" } });
}
