import { setTimeout as sleep } from "node:timers/promises";
import { createPool, type Pool, type PoolConnection, type PoolOptions } from "mysql2";
import { toConnectFailure } from "./connection-failure.ts";
import type { DatabaseAddress } from "./database-url.ts";
import { createSemaphore, type Semaphore } from "./semaphore.ts";
import { SESSION_SETTINGS } from "./session-settings.ts";

/** How busy a pool is. */
export type PoolLoad = Readonly<{ active: number; idle: number; queued: number; limit: number }>;

/** A connection of one's own until it is given back. `isFresh` tells that it was opened for this loan. */
export type Loan = Readonly<{ connection: PoolConnection; isFresh: boolean }>;

/** Lends one database's connections, up to a limit that can change while they are out. */
export type Lender = Readonly<{
  borrow: () => Promise<Loan>;
  giveBack: (loan: Loan) => void;
  /** Gives back one that must not be lent again. */
  discard: (loan: Loan) => void;
  resize: (limit: number) => void;
  load: () => PoolLoad;
  close: () => Promise<void>;
}>;

type State = {
  readonly pool: Pool;
  readonly gate: Semaphore;
  readonly open: Set<PoolConnection>;
  /** Opened and not yet handed to the one who waited for it. */
  fresh: PoolConnection | undefined;
  lent: number;
};

const HARD_LIMIT = 10_000;
const LOAN_WAIT_MS = 2_000;
const CONNECT_MAX_MS = 3_000;
const CLOSE_MAX_MS = 2_000;
const LINE_MAX = 500;

/** Opens a mysql2 pool behind a gate of our own: the driver's limit is fixed when it is made, and its line waits for ever. */
export function lendConnections(address: DatabaseAddress, limit: number): Lender {
  const pool = createPool(poolOptions(address));
  const gate = createSemaphore({ capacity: limit, waitMs: LOAN_WAIT_MS, lineMax: LINE_MAX });
  const state: State = { pool, gate, open: new Set(), fresh: undefined, lent: 0 };
  pool.on("connection", (connection) => prepareConnection(state, connection));
  return {
    borrow: () => (gate.tryTake(1) ? connect(state) : gate.take(1).then(() => connect(state))),
    giveBack: (loan) => giveBack(state, loan, state.open.size <= gate.load().capacity),
    discard: (loan) => giveBack(state, loan, false),
    resize: (next) => {
      gate.resize(next);
      closeSpare(state, next);
    },
    load: () => {
      const { taken, waiting, capacity } = gate.load();
      return { active: taken, idle: state.open.size - state.lent, queued: waiting, limit: capacity };
    },
    close: () => close(state),
  };
}

function prepareConnection(state: State, connection: PoolConnection): void {
  state.open.add(connection);
  state.fresh = connection;
  const forget = (): void => void state.open.delete(connection);
  // Kept for the connection's whole life: an error without a listener would end the process.
  connection.on("end", forget).on("error", forget);
  // Queued ahead of the borrower's first statement, which fails with the connection if this does.
  connection.query(SESSION_SETTINGS, (error) => {
    if (error !== null) connection.destroy();
  });
}

function connect(state: State): Promise<Loan> {
  return new Promise((resolve, reject) => {
    state.pool.getConnection((error, connection) => {
      if (error !== null) {
        state.gate.give(1);
        return reject(toConnectFailure(error));
      }
      const isFresh = state.fresh === connection;
      if (isFresh) state.fresh = undefined;
      state.lent += 1;
      resolve({ connection, isFresh });
    });
  });
}

function giveBack(state: State, { connection }: Loan, isKept: boolean): void {
  state.lent -= 1;
  if (isKept) connection.release();
  else drop(state, connection);
  state.gate.give(1);
}

function drop(state: State, connection: PoolConnection): void {
  state.open.delete(connection);
  connection.destroy();
}

/** Closes the idle connections beyond a limit. Those that are lent are closed when they come back. */
function closeSpare(state: State, limit: number): void {
  const spare = Math.min(state.open.size - state.lent, state.open.size - limit);
  for (let closed = 0; closed < spare; closed += 1) {
    state.pool.getConnection((error, connection) => {
      if (error === null) drop(state, connection);
    });
  }
}

async function close({ pool, open }: State): Promise<void> {
  await Promise.race([new Promise<void>((resolve) => pool.end(() => resolve())), sleep(CLOSE_MAX_MS)]);
  // A server that no longer answers does not hold us up.
  for (const connection of open) connection.destroy();
  open.clear();
}

const poolOptions = ({ host, port, user, password, database, socketPath }: DatabaseAddress): PoolOptions => ({
  ...(socketPath === undefined ? { host, port } : { socketPath }),
  user,
  password,
  ...(database === undefined ? {} : { database }),
  connectionLimit: HARD_LIMIT,
  // Equal, so that the driver starts no timer of its own: a pool nobody uses is closed as a whole.
  maxIdle: HARD_LIMIT,
  connectTimeout: CONNECT_MAX_MS,
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
