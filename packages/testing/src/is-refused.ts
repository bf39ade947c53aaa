import { DomainError, type Failure } from "@storehouse/domain";

/** A check that an outcome, or what it rejected with, is the refusal with this code. */
export const isRefused =
  (code: Failure["code"]) =>
  (outcome: unknown): boolean => {
    const reason: unknown = isRejected(outcome) ? outcome.reason : outcome;
    for (let at: unknown = reason; at instanceof Error; at = at.cause) {
      if (at instanceof DomainError) return at.failure.code === code;
    }
    return false;
  };

const isRejected = (outcome: unknown): outcome is PromiseRejectedResult =>
  typeof outcome === "object" && outcome !== null && "status" in outcome && outcome.status === "rejected";
