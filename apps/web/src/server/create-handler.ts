import type { Api } from "@storehouse/api";
import { describeError } from "@storehouse/tenancy";
import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { cleanHeaders } from "./clean-headers.ts";
import { judge } from "./judge.ts";
import { type Metrics, mayReadMetrics } from "./metrics.ts";
import type { Readiness } from "./readiness.ts";
import { REFUSALS, refuse } from "./refuse.ts";
import { contentSecurityPolicy, newNonce, securityHeaders } from "./security-headers.ts";
import { squeezeLarge } from "./squeeze.ts";

/** What the server answers with, and what it has to know of where it stands. */
export type HandlerOptions = Readonly<{
  api: Api;
  /** Answers what is neither health nor API: Next, or a test's stand-in. */
  pages: (req: IncomingMessage, res: ServerResponse, path: string) => Promise<void>;
  /** Whether the central database answers, and the servers that hold factories. */
  readiness: () => Promise<Readiness>;
  metrics: Metrics;
  /** What the collector of the figures shows; without it nobody gets them. */
  metricsToken: string | undefined;
  publicUrl: URL;
  isDevelopment: boolean;
  log: Logger;
}>;

const API = "/api/trpc/";
/** The console's procedures stand under its own path, which its cookie is for; nothing else is answered there. */
const CONSOLE = "/operator/api/";
const OF_CONSOLE = /^platform\.\w+$/;
const REST = /^\/api(\/|$)/;
const PATH_MAX = 300;

/** The one listener of the web process: headers, then judgement, then whoever answers. */
export function createHandler(options: HandlerOptions): RequestListener {
  const facts = { isSecure: options.publicUrl.protocol === "https:", isDevelopment: options.isDevelopment };
  const headers = Object.entries(securityHeaders(facts));
  return (req, res) => {
    const requestId = randomUUID();
    const startedAt = performance.now();
    const url = req.url ?? "";
    const at = url.indexOf("?");
    const path = at < 0 ? url : url.slice(0, at);
    for (const [name, value] of headers) res.setHeader(name, value);
    res.setHeader("x-request-id", requestId);
    res.once("close", () => {
      options.metrics.request({ kind: kindOf(path), status: res.statusCode });
      logAccess(options.log, { req, res, requestId, path, startedAt });
    });

    const refusal = judge(req, path, options.publicUrl);
    if (refusal !== undefined) return refuse(res, requestId, refusal);
    cleanHeaders(req, options.publicUrl);
    answer(options, { req, res, requestId, path, query: at < 0 ? "" : url.slice(at + 1) }, facts).catch(
      (error: unknown) => fail(options.log, { res, requestId, error }),
    );
    return undefined;
  };
}

type Exchange = Readonly<{ req: IncomingMessage; res: ServerResponse; requestId: string; path: string; query: string }>;
type Facts = Parameters<typeof contentSecurityPolicy>[1];

async function answer(options: HandlerOptions, exchange: Exchange, facts: Facts): Promise<void> {
  const { req, res, requestId, path, query } = exchange;
  squeezeLarge(req, res, path);
  if (path.startsWith(API)) return options.api.handle(req, res, { requestId, path: path.slice(API.length), query });
  if (path.startsWith(CONSOLE)) {
    const procedure = path.slice(CONSOLE.length);
    if (!OF_CONSOLE.test(procedure)) return refuse(res, requestId, REFUSALS.notFound);
    return options.api.handle(req, res, { requestId, path: procedure, query });
  }
  if (REST.test(path)) return options.api.rest(req, res, { requestId, path, query });
  if (path === "/health") return sayStatus(res, true, {});
  if (path === "/ready") return sayReadiness(res, await options.readiness());
  if (path === "/metrics") return sayMetrics(options, exchange);

  const nonce = newNonce();
  const policy = contentSecurityPolicy(nonce, facts);
  // Next takes the nonce for its own scripts from the policy on the request.
  req.headers["content-security-policy"] = policy;
  req.headers["x-nonce"] = nonce;
  // So that a layout, which Next tells no path, can send who is signed out back here afterwards.
  req.headers["x-path"] = query === "" ? path : `${path}?${query}`;
  res.setHeader("content-security-policy", policy);
  return options.pages(req, res, path);
}

function sayReadiness(res: ServerResponse, { isReady, ...parts }: Readiness): void {
  sayStatus(res, isReady, parts);
}

function sayStatus(res: ServerResponse, isUp: boolean, parts: Partial<Readiness>): void {
  res.writeHead(isUp ? 200 : 503, { "content-type": "application/json", ...(isUp ? {} : { "retry-after": "2" }) });
  res.end(JSON.stringify({ status: isUp ? "ok" : "unavailable", ...parts }));
}

const STATUS_PATHS: ReadonlySet<string> = new Set(["/health", "/ready", "/metrics"]);

function kindOf(path: string): string {
  if (path.startsWith(API) || path.startsWith(CONSOLE)) return "trpc";
  if (REST.test(path)) return "rest";
  if (path.startsWith("/_next/")) return "file";
  return STATUS_PATHS.has(path) ? "status" : "page";
}

/** To who may not have them they are not there. */
async function sayMetrics({ metrics, metricsToken }: HandlerOptions, { req, res, requestId }: Exchange): Promise<void> {
  if (!mayReadMetrics(req, metricsToken)) return refuse(res, requestId, REFUSALS.notFound);
  const text = await metrics.text();
  res.writeHead(200, { "content-type": metrics.contentType });
  res.end(text);
}

type Answered = Readonly<Pick<Exchange, "req" | "res" | "requestId" | "path"> & { startedAt: number }>;

// The path alone: a query string carries inputs, and those are the factory's business.
function logAccess(log: Logger, { req, res, requestId, path, startedAt }: Answered): void {
  const ms = Math.round((performance.now() - startedAt) * 10) / 10;
  log.info({ requestId, method: req.method, path: path.slice(0, PATH_MAX), status: res.statusCode, ms }, "request");
}

function fail(
  log: Logger,
  { res, requestId, error }: { res: ServerResponse; requestId: string; error: unknown },
): void {
  log.error({ requestId, ...describeError(error) }, "request failed");
  if (res.headersSent) res.destroy();
  else refuse(res, requestId, { status: 500, code: "INTERNAL_SERVER_ERROR" });
}
