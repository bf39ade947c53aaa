import type { CentralDb } from "@storehouse/db";
import { DomainError, type Failure, fail } from "@storehouse/domain";
import { addressBlock } from "../visitor/client-address.ts";
import { createLimiter } from "./limiter.ts";

const WINDOW_S = 15 * 60;
const WRONG_MAX = 10;
const WRONG_FROM_ADDRESS_MAX = 60;

/** Checks a guess at something a person knows or has: throws the refusal when it is wrong, RATE_LIMITED after ten wrong ones in 15 minutes. */
export type GuardGuess = (personKey: string, check: () => Promise<boolean>, refusal: Failure) => Promise<void>;

/** Makes a guard. An unlocked screen must not be a place to try passwords at, nor a stolen password one to try codes at. */
export function createGuessGuard(central: CentralDb, name: string): GuardGuess {
  const limiter = createLimiter(central, { name, points: WRONG_MAX, windowSeconds: WINDOW_S });
  return async (personKey, check, refusal) => {
    // Counted before it is tried: of many sent at once no more are tried than of those sent one by one.
    const retryAfterSeconds = await limiter.take(personKey);
    if (retryAfterSeconds > 0) fail({ code: "RATE_LIMITED", retryAfterSeconds });
    if (await tried(check, () => limiter.giveBack(personKey))) return limiter.clear(personKey);
    return fail(refusal);
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

/** Runs work that somebody who is not signed in asks for; counts, by their address, what was refused with the named failure. */
export type LimitAddress = <T>(address: string, work: () => Promise<T>) => Promise<T>;

/** Makes a limit on what is refused to one address: sixty times in 15 minutes. */
export function createAddressLimit(central: CentralDb, name: string, wrong: Failure["code"]): LimitAddress {
  const limiter = createLimiter(central, { name, points: WRONG_FROM_ADDRESS_MAX, windowSeconds: WINDOW_S });
  return async (address, work) => {
    const key = addressBlock(address);
    const retryAfterSeconds = await limiter.take(key);
    if (retryAfterSeconds > 0) return fail({ code: "RATE_LIMITED", retryAfterSeconds });
    let isWrong = false;
    try {
      return await work();
    } catch (error) {
      isWrong = error instanceof DomainError && error.failure.code === wrong;
      throw error;
    } finally {
      if (!isWrong) await limiter.giveBack(key);
    }
  };
}
