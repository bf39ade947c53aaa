import { getTRPCErrorShape, type TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { appRouter } from "../app-router.ts";
import { report, send, setRetryAfter } from "../http/answering.ts";
import type { RestExchange } from "./rest-exchange.ts";

/** Answers with an error, flat and under its status; a bug is reported. */
export function refuseRest({ options, res, call, open }: RestExchange, error: TRPCError, path: string): void {
  report(options, error, { requestId: call.requestId, path });
  const config = appRouter._def._config;
  const { message, data } = getTRPCErrorShape({
    config,
    error,
    type: "unknown",
    path,
    input: undefined,
    ctx: open.ctx,
  });
  const { code, failure, fields, requestId } = data;
  setRetryAfter(res, error);
  send(res, getHTTPStatusCodeFromError(error), { error: { code, message, failure, fields, requestId } });
}
