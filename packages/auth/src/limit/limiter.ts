import { type CentralDb, isRetryable } from "@storehouse/db";
import { fail } from "@storehouse/domain";
import { RateLimiterMySQL, type RateLimiterRes } from "rate-limiter-flexible";
import { limitStore } from "./limit-store.ts";

/** A number of points that a key may use up within a window of time; counted for all processes together. */
export type Limiter = Readonly<{
  /** How many points the key has used, and how long to wait, in seconds, until it has some again; 0 while it has. */
  stateOf: (key: string) => Promise<Readonly<{ used: number; waitSeconds: number }>>;
  /**
   * Takes a point and returns 0; returns how long to wait, in seconds, and takes none where none is left.
   * Of many who ask at once no more get one than there are.
   */
  take: (key: string) => Promise<number>;
  /** Gives one taken point back. */
  giveBack: (key: string) => Promise<void>;
  /** Uses up a point, whether there was one or not. Returns how many are used. */
  use: (key: string) => Promise<number>;
  /** Gives the key all its points back. */
  clear: (key: string) => Promise<void>;
}>;

const TRIES_MAX = 4;

/** Makes a limiter. `name` keeps its keys apart from those of others. Its verbs throw UNAVAILABLE while the counters can't be reached. */
export function createLimiter(
  central: CentralDb,
  { name, points, windowSeconds }: Readonly<{ name: string; points: number; windowSeconds: number }>,
): Limiter {
  const store = new RateLimiterMySQL({
    storeClient: limitStore(central),
    storeType: "pool",
    dbName: "central",
    tableName: "rate_limits",
    tableCreated: true,
    clearExpiredByTimeout: true,
    keyPrefix: name,
    points,
    duration: windowSeconds,
  });
  return {
    stateOf: async (key) => {
      const found = await counted(() => store.get(key));
      if (found === null) return { used: 0, waitSeconds: 0 };
      return { used: found.consumedPoints, waitSeconds: found.consumedPoints >= points ? secondsOf(found) : 0 };
    },
    take: async (key) => {
      const found = await counted(() => store.penalty(key));
      if (found.consumedPoints <= points) return 0;
      await counted(() => store.reward(key));
      return secondsOf(found);
    },
    giveBack: async (key) => {
      await counted(() => store.reward(key));
    },
    use: async (key) => (await counted(() => store.penalty(key))).consumedPoints,
    clear: async (key) => {
      await counted(() => store.delete(key));
    },
  };
}

const secondsOf = (found: RateLimiterRes): number => Math.max(1, Math.ceil(found.msBeforeNext / 1000));

// A limit that can't be counted is not a limit that has room: nobody gets in while the counters are away.
async function counted<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      // Two first uses of one key may deadlock on its row.
      if (isRetryable(error) && tries < TRIES_MAX) continue;
      if (error instanceof Error) throw error;
      return fail({ code: "UNAVAILABLE", retryAfterSeconds: 2 });
    }
  }
}
