import { initTRPC, type TRPCError } from "@trpc/server";
import {
  DomainError,
  fail,
  isOpenWhenReadOnly,
  isReadOnly,
  type OperatorPermission,
  type Permission,
  readOnlySince,
} from "@storehouse/domain";
import { authorize, authorizeOperator, explainRefusal, type TenantContext } from "@storehouse/services";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { AnsweredCall } from "./api-options.ts";
import type { ProcedureMeta, RequestContext } from "./context.ts";
import { failureOf, withStatus } from "./failures.ts";
import { fieldsOf } from "./fields.ts";

const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    // Without this a stack would travel to the client wherever NODE_ENV isn't "production".
    isDev: false,
    errorFormatter: ({ shape, error, path, ctx }) => {
      const failure = failureOf(error);
      const fields = fieldsOf(error.cause, failure);
      const requestId = ctx?.visit.requestId ?? null;
      return {
        code: shape.code,
        message: messageOf(error, failure?.code),
        data: { code: error.code, httpStatus: shape.data.httpStatus, path: path ?? null, failure, fields, requestId },
      };
    },
  });

/** Joins procedures and routers into one. */
export const router = t.router;

/** `next()` never rejects: it resolves to `{ ok: false }`, so a try/catch here would catch nothing. */
const failures = t.middleware(async ({ ctx, path, next }) => {
  const startedAt = performance.now();
  const result = await next();
  const error = result.ok ? undefined : withStatus(result.error);
  ctx.onCall?.({ procedure: path, outcome: outcomeOf(error), ms: performance.now() - startedAt });
  if (error !== undefined) throw error;
  return result;
});

/** A refusal is the caller's matter, a failure ours. */
function outcomeOf(error: TRPCError | undefined): AnsweredCall["outcome"] {
  if (error === undefined) return "ok";
  return getHTTPStatusCodeFromError(error) < 500 ? "refused" : "failed";
}

/** Refused by default: a procedure that says nothing of who may call it is for nobody. */
const declared = t.middleware(({ meta, next }) => {
  if (meta === undefined) fail({ code: "NOT_ALLOWED", permission: null, grantedBy: [] });
  return next();
});

const base = t.procedure.use(failures).use(declared);

/** A procedure that anybody may call. */
export const publicProcedure = base.meta({ isPublic: true });

/**
 * A procedure for signed-in people who hold the permission; it is given their factory as `ctx.tenant`. Who still has the password
 * that somebody else chose is refused with MUST_CHANGE_PASSWORD, but where a procedure is what they need to change it. A change is refused with READ_ONLY while
 * the factory can only be read, but what is open even then.
 */
export const tenantProcedure = (permission: Permission, { isOpenBeforeChange = false } = {}) =>
  base
    .meta({ permission })
    .use(async ({ ctx, type, path, next }) => {
      const signedIn = await ctx.signIn();
      if (signedIn.tenant.actor.kind === "support") assertLooks(type, path);
      if (signedIn.mustChangePassword && !isOpenBeforeChange) fail({ code: "MUST_CHANGE_PASSWORD" });
      const result = await next({ ctx: signedIn });
      if (!result.ok) throw await explained(signedIn.tenant, result.error);
      return result;
    })
    .use(({ ctx, next, type }) => {
      authorize(ctx.tenant, permission);
      const { subscription } = ctx.factory;
      if (type === "mutation" && isReadOnly(subscription) && !isOpenWhenReadOnly(permission))
        fail({ code: "READ_ONLY", since: readOnlySince(subscription) });
      return next();
    });

/** A procedure for operators who hold the permission; it is given the console's context as `ctx.platform`, and no factory. */
export const operatorProcedure = (operatorPermission: OperatorPermission) =>
  base
    .meta({ operatorPermission })
    .use(async ({ ctx, next }) => next({ ctx: await ctx.operators.signIn() }))
    .use(({ ctx, next }) => {
      authorizeOperator(ctx.platform, operatorPermission);
      return next();
    });

/** Refused by what it is, whatever it is for: support looks, takes no file along, and a change that is added later is refused too. */
function assertLooks(type: string, path: string): void {
  if (type === "mutation" || /\.export/.test(path)) fail({ code: "SUPPORT_READ_ONLY" });
}

/** A refusal says who can grant what is lacked, the factory's own roles included. */
async function explained(tenant: TenantContext, error: TRPCError): Promise<Error> {
  const failure = failureOf(error);
  return failure?.code === "NOT_ALLOWED" ? new DomainError(await explainRefusal(tenant, failure)) : error;
}

function messageOf(error: TRPCError, failure: string | undefined): string {
  if (failure !== undefined) return failure;
  return error.code === "INTERNAL_SERVER_ERROR" ? "Internal error" : (MESSAGES[error.code] ?? error.code);
}

// The library's own messages repeat what the client sent, or dump the schema's issues.
const MESSAGES: Partial<Record<TRPCError["code"], string>> = {
  BAD_REQUEST: "Invalid input",
  PARSE_ERROR: "Not JSON",
  NOT_FOUND: "No such procedure",
};
