import { isRetryable, isUnavailable } from "@storehouse/db";
import type { Failure } from "@storehouse/domain";

const RETRY_AFTER_SECONDS = 2;

/** The failure that a database's error stands for when trying again helps: the server is away or full, or locks kept colliding. */
export function failureOfDatabase(error: unknown): Failure | undefined {
  if (isUnavailable(error)) return { code: "UNAVAILABLE", retryAfterSeconds: RETRY_AFTER_SECONDS };
  if (isRetryable(error)) return { code: "BUSY", retryAfterSeconds: RETRY_AFTER_SECONDS };
  return undefined;
}
