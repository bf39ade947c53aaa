import { fail } from "@storehouse/domain";
import { createHash } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Counts one request of a key. Throws RATE_LIMITED past ten a second on average, with bursts of a minute's worth. */
export type KeyLimit = (token: string) => Promise<void>;

const POINTS = 600;
const WINDOW_S = 60;

/** Makes the limit of one process: it keeps a program that runs wild from the factory's people, and guesses of keys few. */
export function createKeyLimit(): KeyLimit {
  const limiter = new RateLimiterMemory({ points: POINTS, duration: WINDOW_S });
  return async (token) => {
    try {
      // The token itself stays out of the counters' keys.
      await limiter.consume(createHash("sha256").update(token).digest("base64url"));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      fail({ code: "RATE_LIMITED", retryAfterSeconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
    }
  };
}
