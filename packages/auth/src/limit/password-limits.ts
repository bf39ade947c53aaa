import type { CentralDb } from "@storehouse/db";
import { fail } from "@storehouse/domain";
import { createLimiter } from "./limiter.ts";

const WINDOW_S = 15 * 60;
const WRONG_MAX = 10;

/** Checks a signed-in person's own password: throws WRONG_PASSWORD, and RATE_LIMITED after ten wrong ones in 15 minutes. */
export type GuardPassword = (personKey: string, check: () => Promise<boolean>) => Promise<void>;

/** Makes the guard. An unlocked screen must not be a place to try passwords at. */
export function createPasswordGuard(central: CentralDb): GuardPassword {
  const limiter = createLimiter(central, { name: "password", points: WRONG_MAX, windowSeconds: WINDOW_S });
  return async (personKey, check) => {
    // Counted before it is tried: of many sent at once no more are tried than of those sent one by one.
    const retryAfterSeconds = await limiter.take(personKey);
    if (retryAfterSeconds > 0) fail({ code: "RATE_LIMITED", retryAfterSeconds });
    if (await tried(check, () => limiter.giveBack(personKey))) return limiter.clear(personKey);
    return fail({ code: "WRONG_PASSWORD", field: "current" });
  };
}

// A guess that could not be checked is none.
async function tried(check: () => Promise<boolean>, giveBack: () => Promise<void>): Promise<boolean> {
  try {
    return await check();
  } catch (error) {
    await giveBack();
    throw error;
  }
}
