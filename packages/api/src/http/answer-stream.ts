import { DomainError } from "@storehouse/domain";
import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape, TRPCError } from "@trpc/server";
import { appRouter } from "../app-router.ts";
import type { LiveStep } from "../context.ts";
import { withStatus } from "../failures.ts";
import { report } from "./answering.ts";
import type { Exchange } from "./exchange.ts";
import { parseJson } from "./read-body.ts";
import { sendError } from "./send-error.ts";
import { writeStream } from "./write-stream.ts";

/** The streams of a process that are open now. */
export type OpenStreams = Set<AbortController>;

/** What a process that is about to stop answers to who wants a stream. */
export const STOPPING = "stopping";

/**
 * Answers a subscription as server-sent events. What is wrong before the first event has a status like any other answer, which the library's
 * own adapter would not give; after it, the error is the last event. The factory's database is not kept open for as long as the stream lasts.
 */
export async function answerStream(exchange: Exchange, streams: OpenStreams | typeof STOPPING): Promise<void> {
  const { options, req, res, call, open } = exchange;
  const { path } = call;
  const abort = new AbortController();
  res.once("close", () => abort.abort());
  if (res.destroyed) abort.abort();
  let input: unknown;
  const shapeOf = (cause: unknown): object => {
    const error = withStatus(getTRPCErrorFromUnknown(cause));
    report(options, error, call);
    const config = appRouter._def._config;
    return getTRPCErrorShape({ config, error, type: "subscription", path, input, ctx: open.ctx });
  };
  try {
    const events = (await callTRPCProcedure({
      router: appRouter,
      ctx: open.ctx,
      path,
      type: "subscription",
      getRawInput: async () => (input = readInput(exchange)),
      signal: abort.signal,
      batchIndex: 0,
    })) as AsyncIterable<LiveStep>;
    // Who does not say that they want a stream was not judged as one who does.
    if (req.headers.accept?.includes("text/event-stream") !== true)
      throw new TRPCError({ code: "UNSUPPORTED_MEDIA_TYPE" });
    if (streams === STOPPING) throw new DomainError({ code: "UNAVAILABLE", retryAfterSeconds: 2 });
    await open.close();
    streams.add(abort);
    await writeStream(res, { events, abort, shapeOf }).finally(() => streams.delete(abort));
  } catch (cause) {
    abort.abort();
    sendError(exchange, { cause, type: "subscription", input });
  }
}

// A browser that comes back by itself asks with the address it asked with first, and says the last id in a header.
function readInput({ req, call }: Exchange): unknown {
  const text = new URLSearchParams(call.query).get("input");
  const input = text === null || text === "" ? undefined : parseJson(text);
  const lastEventId = req.headers["last-event-id"];
  if (typeof lastEventId !== "string" || lastEventId === "") return input;
  return typeof input === "object" ? { ...input, lastEventId } : { lastEventId };
}
