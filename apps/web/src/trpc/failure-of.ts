import type { AppRouter } from "@storehouse/api";
import type { Failure } from "@storehouse/domain";
import { TRPCClientError } from "@trpc/client";

/** An error of this app's API; anything else was thrown by the browser or by a bug. */
export function isApiError(error: unknown): error is TRPCClientError<AppRouter> {
  return error instanceof TRPCClientError;
}

/** The typed refusal an error carries, or null when it is a bug, bad input, or no answer at all. */
export function failureOf(error: unknown): Failure | null {
  return isApiError(error) ? (error.data?.failure ?? null) : null;
}

/** What was wrong with which input: reasons by path. Null when the input was not the trouble. */
export function fieldsOf(error: unknown): Readonly<Record<string, readonly string[]>> | null {
  return isApiError(error) ? (error.data?.fields ?? null) : null;
}

/** The number under which the server logged the request. */
export function requestIdOf(error: unknown): string | undefined {
  return isApiError(error) ? (error.data?.requestId ?? undefined) : undefined;
}

/** True when no answer came, or the answer was that there is none now: worth asking again. */
export function isOutage(error: unknown): boolean {
  if (!isApiError(error)) return false;
  return error.data ? error.data.httpStatus === 503 || error.data.httpStatus === 502 : true;
}

/** How long to wait before asking again, in milliseconds: as long as the server said, else longer each time. */
export function retryDelayMs(attempt: number, error: unknown): number {
  const failure = failureOf(error);
  const told = failure && "retryAfterSeconds" in failure ? failure.retryAfterSeconds * 1000 : 0;
  return Math.max(told, Math.min(500 * 2 ** attempt, 4000));
}
