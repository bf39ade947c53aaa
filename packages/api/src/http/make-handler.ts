import type { Me } from "@storehouse/domain";
import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape, TRPCError } from "@trpc/server";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { clientAddress } from "@storehouse/auth";
import type { ApiOptions } from "../api-options.ts";
import { appRouter } from "../app-router.ts";
import { createDoorkeeper } from "../doorkeeper.ts";
import { withStatus } from "../failures.ts";
import { type OpenContext, openContext } from "../open-context.ts";
import { procedureAt } from "../procedure-at.ts";
import { answerRest } from "../rest/answer-rest.ts";
import { report, send, setRetryAfter } from "./answering.ts";
import { bearerOf } from "./bearer.ts";
import { parseJson, readJson } from "./read-body.ts";

/** One call of the API: what the server has made of the request before it hands it over. */
export type ApiCall = Readonly<{
  requestId: string;
  /** The part of the path behind `/api/trpc/`, as it came. */
  path: string;
  /** What follows the question mark, without it. */
  query: string;
}>;

/** The API of a process, as an HTTP server uses it. */
export type Api = Readonly<{
  handle: (req: IncomingMessage, res: ServerResponse, call: ApiCall) => Promise<void>;
  /** Answers a path of the REST interface; `call.path` is the whole path, from `/api` on. */
  rest: (req: IncomingMessage, res: ServerResponse, call: ApiCall) => Promise<void>;
  /** Who a cookie header belongs to; null when nobody. Throws while the database can't be asked. */
  me: (cookieHeader: string) => Promise<Me | null>;
}>;

const BODY_MAX = 1024 * 1024;
// A sheet of 5 MB in base64, and the JSON around it.
const UPLOAD_MAX = 7 * 1024 * 1024;
const BATCH_MAX = 10;
const UPLOAD = "imports.upload";

/** Makes the API of a process. */
export function makeHandler(options: ApiOptions): Api {
  const doorkeeper = createDoorkeeper(options);
  return {
    me: doorkeeper.me,
    rest: async (req, res, call) => {
      const tokens: string[] = [];
      const visit = { ...visitOf(options, req, res, call.requestId), handToken: (token: string) => tokens.push(token) };
      const open = openContext(doorkeeper, visit);
      try {
        await answerRest({ options, req, res, call, open, tokens });
      } finally {
        await open.close();
      }
    },
    handle: async (req, res, call) => {
      const open = openContext(doorkeeper, visitOf(options, req, res, call.requestId));
      try {
        await wayOf(req, call)({ options, req, res, call, open });
      } finally {
        await open.close();
      }
    },
  };
}

type Exchange = Readonly<{
  options: ApiOptions;
  req: IncomingMessage;
  res: ServerResponse;
  call: ApiCall;
  open: OpenContext;
}>;

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

// Building web Requests, Responses and streams costs the library's adapter more than the whole rest of a call.
async function answerSingle({ options, req, res, call, open }: Exchange): Promise<void> {
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
  } catch (cause) {
    const error = withStatus(getTRPCErrorFromUnknown(cause));
    report(options, error, call);
    const shape = getTRPCErrorShape({ config: appRouter._def._config, error, type, path, input, ctx: open.ctx });
    setRetryAfter(res, error);
    send(res, getHTTPStatusCodeFromError(error), { error: shape });
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
