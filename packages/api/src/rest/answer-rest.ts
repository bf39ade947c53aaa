import { callTRPCProcedure, getTRPCErrorFromUnknown, TRPCError } from "@trpc/server";
import { appRouter } from "../app-router.ts";
import { withStatus } from "../failures.ts";
import { send } from "../http/answering.ts";
import { readJson } from "../http/read-body.ts";
import { procedureAt } from "../procedure-at.ts";
import { fillIds } from "./fill-ids.ts";
import { inputSchemaOf, propertiesOf } from "./input-schema.ts";
import { openApi } from "./open-api.ts";
import { readQuery } from "./read-query.ts";
import { refuseRest } from "./refuse-rest.ts";
import type { RestExchange } from "./rest-exchange.ts";
import { type Match, matchRoute } from "./route.ts";
import { ROUTES } from "./routes.ts";
import { backupIdOf, sendBackup } from "./send-backup.ts";
import { EXPORT_PATH, sendExport } from "./send-export.ts";

const BODY_MAX = 1024 * 1024;
const DESCRIPTION = { "/api": () => INDEX, "/api/openapi.json": openApi } as const;
const INDEX = { name: "Storehouse", openapi: "/api/openapi.json", trpc: "/api/trpc" };

/** Answers a path of the REST interface by the procedure it stands for: plain JSON out, failures as tRPC tells them. */
export async function answerRest(exchange: RestExchange): Promise<void> {
  const { req, res, call } = exchange;
  const method = req.method === "HEAD" ? "GET" : (req.method ?? "");
  const description = DESCRIPTION[call.path as keyof typeof DESCRIPTION];
  if (description !== undefined && method === "GET") return send(res, 200, description());

  const backupId = method === "GET" ? backupIdOf(call.path) : undefined;
  if (backupId !== undefined) return sendBackup(exchange, backupId);

  if (call.path === EXPORT_PATH && method === "GET") return sendExport(exchange);

  const { match, methods } = matchRoute(ROUTES, method, call.path);
  if (match !== undefined) return answerMatch(exchange, match);
  req.resume();
  if (methods.length > 0) res.setHeader("allow", methods.join(", "));
  return refuseRest(
    exchange,
    new TRPCError({ code: methods.length > 0 ? "METHOD_NOT_SUPPORTED" : "NOT_FOUND" }),
    call.path,
  );
}

async function answerMatch(exchange: RestExchange, match: Match): Promise<void> {
  const { res, open, tokens } = exchange;
  const path = match.route.procedure;
  try {
    const data: unknown = await callTRPCProcedure({
      router: appRouter,
      ctx: open.ctx,
      path,
      type: procedureAt(path)?.type ?? "query",
      getRawInput: () => inputOf(exchange, match),
      signal: undefined,
      batchIndex: 0,
    });
    const [token] = tokens;
    send(res, 200, token === undefined ? (data ?? {}) : { token, tokenType: "Bearer", ...asObject(data) });
    if (match.route.method !== "GET") await open.written();
  } catch (cause) {
    refuseRest(exchange, withStatus(getTRPCErrorFromUnknown(cause)), path);
  }
}

async function inputOf({ req, call, open }: RestExchange, { route, params }: Match): Promise<unknown> {
  const schema = inputSchemaOf(route.procedure);
  const isRead = route.method === "GET";
  const sent = isRead ? readQuery(call.query, schema) : await readJson(req, BODY_MAX);
  const key = req.headers["idempotency-key"];
  // A procedure that takes nothing is given nothing.
  if (Object.keys(propertiesOf(schema)).length === 0) return undefined;
  if (sent !== undefined && (sent === null || typeof sent !== "object" || Array.isArray(sent))) return sent;
  const input = { ...sent, ...params };
  if (isRead || typeof key !== "string" || key === "") return input;
  const { tenant } = await open.ctx.signIn();
  return fillIds(input, schema, { key, caller: tenant.actor.id ?? "", procedure: route.procedure });
}

const asObject = (data: unknown): object => (typeof data === "object" && data !== null ? data : {});
