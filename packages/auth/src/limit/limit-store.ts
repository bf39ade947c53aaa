import { callbackify } from "node:util";
import type { CentralDb, PreparedValue } from "@storehouse/db";

type Callback = (error: unknown, result?: unknown) => void;
type Transaction = Awaited<ReturnType<NonNullable<CentralDb["source"]["begin"]>>>;

/** As much of a mysql pool's connection as rate-limiter-flexible's MySQL store asks for. */
type StoreConnection = Readonly<{
  query: (text: string, values: readonly PreparedValue[] | Callback, callback?: Callback) => void;
  rollback: () => void;
  release: () => void;
}>;

/** As much of a mysql pool as that store asks for. */
export type LimitStore = Readonly<{
  getConnection: (callback: (error: unknown, lent?: StoreConnection) => void) => void;
}>;

/** Lets the limiter keep its counters over the central pool, without a connection that is not the pool's. */
export const limitStore = (central: CentralDb): LimitStore => ({
  getConnection: (callback) => callback(null, lend(central)),
});

// The store names its table by two placeholders in front of the values.
const TABLE = "??.??";

function lend(central: CentralDb): StoreConnection {
  let open: Transaction | undefined;

  async function run(text: string, values: readonly PreparedValue[]): Promise<unknown> {
    if (text === "BEGIN") {
      open = await central.source.begin?.();
      return undefined;
    }
    if (text === "COMMIT") {
      const ending = open;
      open = undefined;
      return ending?.commit();
    }
    const prepared = open?.prepared ?? central.source.prepared;
    return prepared(text.replace(TABLE, "rate_limits").replace(/;\s*$/, ""), values.slice(2));
  }

  return {
    query: (text, values, callback) => {
      const [given, done] = typeof values === "function" ? [[], values] : [values, callback];
      // The store speaks in callbacks; this is where they end.
      callbackify(run)(text, given, (error, result) => done?.(error, result));
    },
    rollback: () => {
      const ending = open;
      open = undefined;
      void ending?.rollback();
    },
    release: () => undefined,
  };
}
