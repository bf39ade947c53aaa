import { findDriverError, isRetryable, isUnavailable } from "@storehouse/db";
import { DomainError, type Failure } from "@storehouse/domain";
import type { Say } from "../language/translation.ts";

/** Why an import wrote nothing, in the words of who started it; nothing of SQL in them. */
export function importFailureWords(error: unknown, say: Say): string {
  if (error instanceof DomainError) return failureWords(error.failure, say);
  if (isRetryable(error) || isUnavailable(error)) return say("importing.busy");
  if (findDriverError(error)?.errno === 1062) return say("importing.addedMeanwhile");
  return say("importing.failed");
}

function failureWords(failure: Failure, say: Say): string {
  if (failure.code === "OPENING_REPEATED") return say("importing.openedMeanwhile");
  if (failure.code !== "LIMIT_REACHED") return say("importing.changedMeanwhile");
  const { allowed, limit } = failure;
  return say(isCounted(limit) ? `importing.${limit}` : "importing.limit", { allowed });
}

const COUNTED = ["users", "products", "locations"] as const;
const isCounted = (limit: string): limit is (typeof COUNTED)[number] => COUNTED.some((known) => known === limit);
