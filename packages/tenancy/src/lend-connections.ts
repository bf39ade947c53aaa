import { createPool, type PoolConnection } from "mysql2";
import { toConnectFailure } from "./connection-failure.ts";
import type { DatabaseAddress } from "./database-url.ts";
import { createSemaphore } from "./semaphore.ts";
import { SESSION_SETTINGS } from "./session-settings.ts";

const HARD_LIMIT = 1000;
const ACQUIRE_WAIT_MS = 2_000;
const CONNECT_TIMEOUT_MS = 3_000;
const LINE_MAX = 500;

/** How busy a pool is. */
export type PoolLoad = Readonly<{ active: number; idle: number; queued: number; limit: number }>;

/** A connection of one's own until it is given back. `isFresh` tells that it was opened for this loan. */
export type LentConnection = Readonly<{ connection: PoolConnection; isFresh: boolean }>;

/** Lends one database's connections, up to a limit that can change while they are out. */
export type Lender = Readonly<{
  borrow: () => Promise<LentConnection>;
  giveBack: (connection: PoolConnection) => void;
  /** Gives back one that must not be lent again. */
  discard: (connection: PoolConnection) => void;
  resize: (limit: number) => void;
  load: () => PoolLoad;
  close: () => Promise<void>;
}>;

/** Opens a mysql2 pool behind a gate of our own: the driver's limit is fixed when it is made, and its line has no end. */
export function lendConnections(address: DatabaseAddress, limit: number): Lender {
  const pool = createPool(poolOptions(address));
  const gate = createSemaphore({ capacity: limit, waitMs: ACQUIRE_WAIT_MS, lineMax: LINE_MAX });
  const open = new Set<PoolConnection>();
  let fresh: PoolConnection | undefined;

  pool.on("connection", (connection) => {
    open.add(connection);
    fresh = connection;
    const forget = () => open.delete(connection);
    connection.once("end", forget).once("error", forget);
    // Queued ahead of the borrower's first statement.
    connection.query(SESSION_SETTINGS, (error) => {
      if (error !== null) connection.destroy();
    });
  });

  const connect = (): Promise<LentConnection> =>
    new Promise((resolve, reject) => {
      pool.getConnection((error, connection) => {
        if (error === null) {
          const isFresh = fresh === connection;
          if (isFresh) fresh = undefined;
          return resolve({ connection, isFresh });
        }
        gate.give(1);
        return reject(toConnectFailure(error));
      });
    });

  function discard(connection: PoolConnection): void {
    open.delete(connection);
    connection.destroy();
    gate.give(1);
  }

  return {
    borrow: () => (gate.tryTake(1) ? connect() : gate.take(1).then(connect)),
    giveBack: (connection) => {
      if (open.size > gate.load().capacity) return discard(connection);
      connection.release();
      gate.give(1);
    },
    discard,
    resize: gate.resize,
    load: () => {
      const { taken, waiting, capacity } = gate.load();
      return { active: taken, idle: Math.max(0, open.size - taken), queued: waiting, limit: capacity };
    },
    close: () => new Promise((resolve) => pool.end(() => resolve())),
  };
}

const poolOptions = ({ host, port, user, password, database, socketPath }: DatabaseAddress) => ({
  ...(socketPath === undefined ? { host, port } : { socketPath }),
  user,
  password,
  ...(database === undefined ? {} : { database }),
  connectionLimit: HARD_LIMIT,
  // The driver starts a timer for closing idle connections unless these are equal; idle pools are closed whole, elsewhere.
  maxIdle: HARD_LIMIT,
  connectTimeout: CONNECT_TIMEOUT_MS,
  enableKeepAlive: true,
  charset: "utf8mb4_unicode_520_ci",
  timezone: "Z",
  supportBigNumbers: true,
  bigNumberStrings: true,
  decimalNumbers: false,
  stringifyObjects: true,
  multipleStatements: false,
  maxPreparedStatements: 200,
  flags: ["-LOCAL_FILES"],
});
