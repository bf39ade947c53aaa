import type { Me, OperatorMe } from "@storehouse/domain";
import { callTRPCProcedure, getTRPCErrorShape, TRPCError } from "@trpc/server";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { clientAddress } from "@storehouse/auth";
import type { ApiOptions } from "../api-options.ts";
import { appRouter } from "../app-router.ts";
import { createCallBook } from "../call-book.ts";
import { createDoorkeeper } from "../doorkeeper.ts";
import { createLiveHub, type LiveHub } from "../live/live-hub.ts";
import { openContext } from "../open-context.ts";
import { createOperatorKeeper } from "../operator-keeper.ts";
import { procedureAt } from "../procedure-at.ts";
import { answerRest } from "../rest/answer-rest.ts";
import { answerStream, type OpenStreams, STOPPING } from "./answer-stream.ts";
import { report, send, setRetryAfter } from "./answering.ts";
import { bearerOf } from "./bearer.ts";
import type { ApiCall, Exchange } from "./exchange.ts";
import { parseJson, readJson } from "./read-body.ts";
import { sendError } from "./send-error.ts";

/** The API of a process, as an HTTP server uses it. */
export type Api = Readonly<{
  handle: (req: IncomingMessage, res: ServerResponse, call: ApiCall) => Promise<void>;
  /** Answers a path of the REST interface; `call.path` is the whole path, from `/api` on. */
  rest: (req: IncomingMessage, res: ServerResponse, call: ApiCall) => Promise<void>;
  /** Who a cookie header belongs to; null when nobody. Throws while the database can't be asked. */
  me: (cookieHeader: string) => Promise<Me | null>;
  /** Which operator a cookie header belongs to; null when none. Throws while the database can't be asked. */
  operator: (cookieHeader: string) => Promise<OperatorMe | null>;
  /** Ends every stream, whose client then comes back, and lets nobody open another: for a process that is about to stop. */
  endStreams: () => void;
  /** Adds what was counted of the factories' calls to what other processes have counted; also done every few seconds. */
  countCalls: () => Promise<void>;
  /** How many factories' feeds are polled, and how many streams follow them. */
  liveStats: LiveHub["stats"];
}>;

const BODY_MAX = 1024 * 1024;
// A sheet of 5 MB in base64, and the JSON around it.
const UPLOAD_MAX = 7 * 1024 * 1024;
const BATCH_MAX = 10;
const UPLOAD = "imports.upload";

/** Makes the API of a process. */
export function makeHandler(options: ApiOptions): Api {
  const hub = createLiveHub(options);
  const doorkeeper = createDoorkeeper(options, hub);
  const operators = createOperatorKeeper(options);
  const book = createCallBook(options);
  const parts = { doorkeeper, operators, book, hub, onCall: options.onCall };
  const streams: OpenStreams = new Set();
  let isStopping = false;
  return {
    me: doorkeeper.me,
    operator: operators.me,
    rest: async (req, res, call) => {
      const tokens: string[] = [];
      const visit = { ...visitOf(options, req, res, call.requestId), handToken: (token: string) => tokens.push(token) };
      const open = openContext(parts, visit);
      try {
        await answerRest({ options, req, res, call, open, tokens });
      } finally {
        await open.close();
      }
    },
    handle: async (req, res, call) => {
      const open = openContext(parts, visitOf(options, req, res, call.requestId));
      const exchange = { options, req, res, call, open };
      try {
        if (isStream(req, call)) await answerStream(exchange, isStopping ? STOPPING : streams);
        else await wayOf(req, call)(exchange);
      } finally {
        await open.close();
      }
    },
    endStreams: () => {
      isStopping = true;
      for (const stream of streams) stream.abort();
    },
    countCalls: book.flush,
    liveStats: hub.stats,
  };
}

const visitOf = (options: ApiOptions, req: IncomingMessage, res: ServerResponse, requestId: string) => ({
  requestId,
  address: clientAddress(req.socket.remoteAddress, headerOf(req, "x-forwarded-for"), options.trustedProxyHops),
  userAgent: headerOf(req, "user-agent") ?? "",
  cookieHeader: headerOf(req, "cookie") ?? "",
  bearer: bearerOf(headerOf(req, "authorization")),
  setCookie: (header: string) => res.appendHeader("set-cookie", header),
});

function headerOf(req: IncomingMessage, name: string): string | undefined {
  const value = req.headers[name];
  return Array.isArray(value) ? value.join(",") : value;
}

function wayOf(req: IncomingMessage, call: ApiCall): (exchange: Exchange) => Promise<void> {
  // The library would read such a body without minding its encoding, and no client of ours sends one.
  if (req.method === "POST" && new URLSearchParams(call.query).has("batch")) return refuseBatch;
  return isSingle(req, call) ? answerSingle : answerByLibrary;
}

/** True for what the thin way answers: one query by GET or one mutation by POST. The rest is the library's to judge. */
function isSingle({ method }: IncomingMessage, { path, query }: ApiCall): boolean {
  const type = procedureAt(path)?.type;
  if (type === undefined || query.includes("batch=")) return false;
  return (method === "GET" && type === "query") || (method === "POST" && type === "mutation");
}

const isStream = ({ method }: IncomingMessage, { path, query }: ApiCall): boolean =>
  method === "GET" && procedureAt(path)?.type === "subscription" && !query.includes("batch=");

// Building web Requests, Responses and streams costs the library's adapter more than the whole rest of a call.
async function answerSingle(exchange: Exchange): Promise<void> {
  const { req, res, call, open } = exchange;
  const { path, query } = call;
  const type = req.method === "GET" ? "query" : "mutation";
  let input: unknown;
  try {
    const data: unknown = await callTRPCProcedure({
      router: appRouter,
      ctx: open.ctx,
      path,
      type,
      getRawInput: async () => (input = await readInput(req, path, query)),
      signal: undefined,
      batchIndex: 0,
    });
    send(res, 200, { result: { data } });
    if (type === "mutation") await open.written();
  } catch (cause) {
    sendError(exchange, { cause, type, input });
  }
}

function readInput(req: IncomingMessage, path: string, query: string): unknown {
  if (req.method === "POST") return readJson(req, limitOf(path));
  const text = new URLSearchParams(query).get("input");
  return text === null || text === "" ? undefined : parseJson(text);
}

const limitOf = (path: string): number => (path === UPLOAD ? UPLOAD_MAX : BODY_MAX);

async function refuseBatch({ req, res, open }: Exchange): Promise<void> {
  req.resume();
  const error = new TRPCError({ code: "BAD_REQUEST" });
  const config = appRouter._def._config;
  const shape = getTRPCErrorShape({
    config,
    error,
    type: "mutation",
    path: undefined,
    input: undefined,
    ctx: open.ctx,
  });
  send(res, 400, { error: shape });
}

async function answerByLibrary({ options, req, res, call, open }: Exchange): Promise<void> {
  await nodeHTTPRequestHandler({
    req,
    res,
    path: safePath(call.path),
    router: appRouter,
    createContext: () => open.ctx,
    maxBatchSize: BATCH_MAX,
    maxBodySize: BODY_MAX,
    responseMeta: ({ errors }) => {
      for (const error of errors) setRetryAfter(res, error);
      return {};
    },
    onError: ({ error, path }) => report(options, error, { ...call, path: path ?? call.path }),
  });
}

function safePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "";
  }
}
