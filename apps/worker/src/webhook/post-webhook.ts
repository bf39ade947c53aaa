import type { WebhookOutcome } from "@storehouse/services";
import type { LookupAddress } from "node:dns";
import { type ClientRequest, type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import type { LookupFunction } from "node:net";

/** One request on its way: where to, over which addresses, and what is said. */
export type Post = Readonly<{
  url: URL;
  addresses: readonly LookupAddress[];
  headers: Readonly<Record<string, string>>;
  body: string;
}>;

/** How long an attempt may take, and how much of the answer is read and kept. */
export type PostLimits = Readonly<{ totalMs: number; readBytes: number; keptCharacters: number }>;

export const POST_LIMITS: PostLimits = { totalMs: 10_000, readBytes: 64 * 1024, keptCharacters: 1_000 };

/**
 * Sends one request over a connection of its own and gives what came back. No redirect is followed, no address is looked up, the whole takes so long at the
 * most however slowly the receiver talks, and of a long answer the beginning is read. Never throws.
 */
export async function postWebhook(post: Post, limits: PostLimits = POST_LIMITS): Promise<WebhookOutcome> {
  const startedAt = performance.now();
  const end = (part: Omit<WebhookOutcome, "durationMs" | "isReceiverDown">): WebhookOutcome => ({
    ...part,
    durationMs: Math.round(performance.now() - startedAt),
    isReceiverDown: part.status === null || BUSY.has(part.status),
  });
  const signal = AbortSignal.timeout(limits.totalMs);
  let status: number | null = null;
  try {
    const response = await send(post, signal);
    status = response.statusCode ?? null;
    const answer = await readBeginning(response, limits, signal);
    return end({ status, error: null, answer });
  } catch (error) {
    // What began to answer and never came to an end has not said that it took it.
    return end({ status: null, error: codeOf(error, signal), answer: status === null ? null : `${status} …` });
  }
}

/** Too many requests, and what says that there is nobody behind it. */
const BUSY: ReadonlySet<number> = new Set([429, 502, 503, 504]);

function send({ url, addresses, headers, body }: Post, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const outgoing: ClientRequest = request(
      url,
      {
        method: "POST",
        agent: false,
        lookup: lookupAmong(addresses),
        signal,
        headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
      },
      resolve,
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** In place of DNS: whatever is asked for, these are the addresses. */
function lookupAmong(addresses: readonly LookupAddress[]): LookupFunction {
  return (_hostname, options, done) => {
    const [first] = addresses;
    if (options.all === true) return done(null, [...addresses]);
    done(null, first?.address ?? "", first?.family);
  };
}

async function readBeginning(response: IncomingMessage, limits: PostLimits, signal: AbortSignal): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  const stop = (): void => void response.destroy(new Error("out of time"));
  signal.addEventListener("abort", stop, { once: true });
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      parts.push(part);
      size += part.length;
      if (size >= limits.readBytes) break;
    }
  } finally {
    signal.removeEventListener("abort", stop);
    response.destroy();
  }
  const text = Buffer.concat(parts).toString("utf8").replace(UNPRINTABLE, "�");
  return Array.from(text).slice(0, limits.keptCharacters).join("");
}

const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu;

/** By its code alone: the library's own words may hold addresses. */
function codeOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return "TIMED_OUT";
  const { code } = error as { code?: string };
  return typeof code === "string" ? code.slice(0, 60) : "UNKNOWN";
}
