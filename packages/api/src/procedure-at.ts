import { appRouter } from "./app-router.ts";
import type { ProcedureMeta } from "./context.ts";

/** What a procedure says of itself. */
export type ProcedureFacts = Readonly<{
  type: "query" | "mutation" | "subscription";
  meta: ProcedureMeta | undefined;
  /** The schema of what it takes, in a list of one; empty where it takes nothing. */
  inputs: readonly unknown[];
}>;

// The library's type of `procedures` nests as the routers do; what it holds is a flat list of dotted paths.
const flat: unknown = appRouter._def.procedures;
const procedures = flat as Readonly<Record<string, { _def: ProcedureFacts } | undefined>>;

/** The dotted path of every procedure there is. */
export const procedurePaths: readonly string[] = Object.keys(procedures);

/** The facts of the procedure at a path as it came from outside; undefined when there is none. */
export const procedureAt = (path: string): ProcedureFacts | undefined =>
  Object.hasOwn(procedures, path) ? procedures[path]?._def : undefined;
