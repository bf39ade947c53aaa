import type { CentralDb } from "@storehouse/db";
import { fail } from "@storehouse/domain";
import { addressBlock } from "../visitor/client-address.ts";
import { createLimiter } from "./limiter.ts";

/** How many factories may sign up. */
export type RegistrationCaps = Readonly<{ perHour: number; perAddressPerHour: number }>;

/** Limits on signing up. */
export type RegistrationLimits = Readonly<{
  /** Refuses with RATE_LIMITED, or SIGN_UP_CLOSED where nobody may sign up; counts the try. */
  check: (address: string) => Promise<void>;
  registered: (address: string) => Promise<void>;
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
    check: async (address) => {
      if (caps.perHour === 0) fail({ code: "SIGN_UP_CLOSED" });
      const from = addressBlock(address);
      const states = await Promise.all([tries.stateOf(from), perAddress.stateOf(from), overall.stateOf(EVERYBODY)]);
      const retryAfterSeconds = Math.max(...states.map(({ waitSeconds }) => waitSeconds));
      if (retryAfterSeconds > 0) fail({ code: "RATE_LIMITED", retryAfterSeconds });
      await tries.use(from);
    },
    registered: async (address) => {
      await Promise.all([perAddress.use(addressBlock(address)), overall.use(EVERYBODY)]);
    },
  };
}
