import { getTRPCErrorFromUnknown, getTRPCErrorShape } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { appRouter } from "../app-router.ts";
import { withStatus } from "../failures.ts";
import { report, send, setRetryAfter } from "./answering.ts";
import type { Exchange } from "./exchange.ts";

type Wrong = Readonly<{ cause: unknown; type: "query" | "mutation" | "subscription"; input: unknown }>;

/** Answers with an error, under its status and in the shape of all errors; a bug is reported. */
export function sendError({ options, res, call, open }: Exchange, { cause, type, input }: Wrong): void {
  const error = withStatus(getTRPCErrorFromUnknown(cause));
  report(options, error, call);
  const config = appRouter._def._config;
  const shape = getTRPCErrorShape({ config, error, type, path: call.path, input, ctx: open.ctx });
  setRetryAfter(res, error);
  send(res, getHTTPStatusCodeFromError(error), { error: shape });
}
