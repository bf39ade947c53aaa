import { TRPCError, type TRPC_ERROR_CODE_KEY } from "@trpc/server";
import { DomainError, type Failure } from "@storehouse/domain";
import { failureOfDatabase } from "@storehouse/services";

/** The status each failure travels under. A new failure without one does not compile. */
export const codeOf = {
  NOT_FOUND: "NOT_FOUND",
  INVALID: "BAD_REQUEST",
  TAKEN: "CONFLICT",
  STALE: "CONFLICT",
  IN_USE: "CONFLICT",
  KEY_REUSED: "CONFLICT",
  ALREADY_REVERSED: "CONFLICT",
  FORMULA_CYCLE: "CONFLICT",
  LAST_MASTER: "CONFLICT",
  INSUFFICIENT_STOCK: "UNPROCESSABLE_CONTENT",
  SAME_LOCATION: "BAD_REQUEST",
  AMOUNT_TOO_LARGE: "UNPROCESSABLE_CONTENT",
  WRONG_PASSWORD: "UNPROCESSABLE_CONTENT",
  WRONG_CODE: "UNPROCESSABLE_CONTENT",
  IMPORT_HAS_PROBLEMS: "UNPROCESSABLE_CONTENT",
  FILE_UNREADABLE: "UNPROCESSABLE_CONTENT",
  ARCHIVED: "PRECONDITION_FAILED",
  NOT_REVERSIBLE: "PRECONDITION_FAILED",
  OPENING_REPEATED: "PRECONDITION_FAILED",
  PERIOD_CLOSED: "PRECONDITION_FAILED",
  WRONG_STATE: "PRECONDITION_FAILED",
  TAKE_FIRST: "PRECONDITION_FAILED",
  LIMIT_REACHED: "PRECONDITION_FAILED",
  FACTORY_NOT_READY: "PRECONDITION_FAILED",
  LINK_INVALID: "BAD_REQUEST",
  TOO_LARGE: "PAYLOAD_TOO_LARGE",
  NOT_ALLOWED: "FORBIDDEN",
  MUST_CHANGE_PASSWORD: "FORBIDDEN",
  FACTORY_SUSPENDED: "FORBIDDEN",
  READ_ONLY: "FORBIDDEN",
  MODULE_DISABLED: "FORBIDDEN",
  SIGN_UP_CLOSED: "FORBIDDEN",
  SUPPORT_CLOSED: "FORBIDDEN",
  SUPPORT_READ_ONLY: "FORBIDDEN",
  DIRECTORY_CLOSED: "FORBIDDEN",
  NOT_SIGNED_IN: "UNAUTHORIZED",
  WRONG_CREDENTIALS: "UNAUTHORIZED",
  SECOND_STEP_REFUSED: "UNAUTHORIZED",
  RATE_LIMITED: "TOO_MANY_REQUESTS",
  BUSY: "SERVICE_UNAVAILABLE",
  UNAVAILABLE: "SERVICE_UNAVAILABLE",
} as const satisfies Record<Failure["code"], TRPC_ERROR_CODE_KEY>;

/** The failure an error carries, or stands for when it is the database's; null for bad input and for bugs. */
export function failureOf(error: unknown): Failure | null {
  // Drizzle and tRPC each wrap what was thrown under them: a pool's BUSY comes up inside a failed query.
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof DomainError) return at.failure;
  return failureOfDatabase(error) ?? null;
}

/** Gives an expected failure its status; any other error is returned as it is. */
export function withStatus(error: TRPCError): TRPCError {
  const failure = failureOf(error);
  return failure === null ? error : new TRPCError({ code: codeOf[failure.code], message: failure.code, cause: error });
}

/** How long the caller should wait before it tries again, when waiting helps. */
export const retryAfterOf = (failure: Failure | null): number | undefined =>
  failure !== null && "retryAfterSeconds" in failure ? failure.retryAfterSeconds : undefined;
