import type { CentralDb } from "@storehouse/db";
import { fail } from "@storehouse/domain";
import { addressBlock } from "../visitor/client-address.ts";
import { createLimiter, type Limiter } from "./limiter.ts";

/** How many factories may sign up. */
export type RegistrationCaps = Readonly<{ perHour: number; perAddressPerHour: number }>;

/** Limits on signing up. */
export type RegistrationLimits = Readonly<{
  /**
   * Signs somebody up, counting it before it is done and taking that back when it is refused; the try stays counted.
   * Refuses with RATE_LIMITED, or SIGN_UP_CLOSED where nobody may sign up.
   */
  signUp: <T>(address: string, work: () => Promise<T>) => Promise<T>;
}>;

const WINDOW_S = 60 * 60;
// A taken name is no sign-up, but asking for names tells who is a customer.
const TRIES_PER_SIGN_UP = 6;
const EVERYBODY = "all";

/** Makes the limits on signing up: per address and for everybody together, by the hour. */
export function createRegistrationLimits(central: CentralDb, caps: RegistrationCaps): RegistrationLimits {
  const limit = (name: string, points: number) => createLimiter(central, { name, points, windowSeconds: WINDOW_S });
  const tries = limit("register_try", caps.perAddressPerHour * TRIES_PER_SIGN_UP);
  const perAddress = limit("register_ip", caps.perAddressPerHour);
  const overall = limit("register", caps.perHour);

  return {
    signUp: async (address, work) => {
      if (caps.perHour === 0) fail({ code: "SIGN_UP_CLOSED" });
      const from = addressBlock(address);
      refuseWhile(await tries.take(from));
      // The address's own first: a burst from one never touches what is everybody's.
      return holding(perAddress, from, () => holding(overall, EVERYBODY, work));
    },
  };
}

async function holding<T>(limiter: Limiter, key: string, work: () => Promise<T>): Promise<T> {
  refuseWhile(await limiter.take(key));
  try {
    return await work();
  } catch (error) {
    await limiter.giveBack(key);
    throw error;
  }
}

function refuseWhile(retryAfterSeconds: number): void {
  if (retryAfterSeconds > 0) fail({ code: "RATE_LIMITED", retryAfterSeconds });
}
