import { describeError } from "@storehouse/tenancy";
import type { TRPCError } from "@trpc/server";
import type { ServerResponse } from "node:http";
import type { ApiOptions } from "../api-options.ts";
import { failureOf, retryAfterOf } from "../failures.ts";

/** Tells the process of a bug; expected failures are nobody's news. */
export function report(options: ApiOptions, error: TRPCError, at: Readonly<{ requestId: string; path: string }>): void {
  if (error.code !== "INTERNAL_SERVER_ERROR") return;
  options.onBug({ requestId: at.requestId, path: at.path, ...describeError(error.cause ?? error) });
}

/** Says when to come back, where waiting helps. */
export function setRetryAfter(res: ServerResponse, error: TRPCError): void {
  const seconds = retryAfterOf(failureOf(error));
  if (seconds !== undefined && !res.headersSent) res.setHeader("retry-after", String(seconds));
}

/** Answers with JSON. */
export function send(res: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  res.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
  res.end(text);
}
