import type { ServerResponse } from "node:http";
import type { LiveStep } from "../context.ts";
import { errorFrame, eventFrame, openingFrames, PING } from "./event-frames.ts";

export type StreamOptions = Readonly<{
  events: AsyncIterable<LiveStep>;
  /** Ends when the client has gone, or is not waited for any more. */
  abort: AbortController;
  /** The shape an error ends the stream with. */
  shapeOf: (cause: unknown) => object;
  pingMs?: number;
  /** How long a client may leave what was sent unread. */
  patienceMs?: number;
}>;

const PING_MS = 15_000;
const PATIENCE_MS = 20_000;
const RETRY_MS = 1_000;
const SILENCES_MAX = 2.5;

/**
 * Writes events until they end or the client goes. The next event is asked for only once the last was taken, so that a slow reader costs no memory;
 * one that takes nothing for too long is cut off. An end without an error tells the client nothing: it comes back with the last id it had.
 */
export async function writeStream(res: ServerResponse, options: StreamOptions): Promise<void> {
  const { events, abort, shapeOf, pingMs = PING_MS, patienceMs = PATIENCE_MS } = options;
  res.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "private, no-store, no-transform",
    "x-accel-buffering": "no",
  });
  const ping = setInterval(() => {
    if (!res.writableNeedDrain) res.write(PING);
  }, pingMs);
  try {
    res.write(openingFrames(retryMs(), pingMs * SILENCES_MAX));
    for await (const event of events) await send(res, eventFrame(event), { abort, patienceMs });
  } catch (cause) {
    if (!abort.signal.aborted) res.write(errorFrame(shapeOf(cause)));
  } finally {
    clearInterval(ping);
    abort.abort();
    res.end();
  }
}

// Not all at once, when a server that many listened to goes away.
const retryMs = (): number => Math.round(RETRY_MS * (0.5 + Math.random()));

async function send(
  res: ServerResponse,
  frame: string,
  { abort, patienceMs }: Readonly<{ abort: AbortController; patienceMs: number }>,
): Promise<void> {
  if (res.write(frame) || abort.signal.aborted) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const impatience = setTimeout(() => res.destroy(), patienceMs);
  res.once("drain", resolve);
  abort.signal.addEventListener("abort", () => resolve(), { once: true });
  await promise;
  clearTimeout(impatience);
}
