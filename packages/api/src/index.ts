export type { AnsweredCall, ApiOptions } from "./api-options.ts";
export { type AppRouter, appRouter } from "./app-router.ts";
export type { ProcedureMeta } from "./context.ts";
export type { ApiCall } from "./http/exchange.ts";
export { type Api, makeHandler } from "./http/make-handler.ts";
export { type ProcedureFacts, procedureAt, procedurePaths } from "./procedure-at.ts";
