import type { ConnectionSource, OpenTransaction } from "@storehouse/db/tenant-db";
import { type MySql2Client, drizzle } from "drizzle-orm/mysql2";
import type { PoolConnection, QueryOptions } from "mysql2";
import { setImmediate } from "node:timers/promises";
import { isBroken, isSilence, toStatementFailure } from "./connection-failure.ts";
import type { DatabaseAddress } from "./database-url.ts";
import { type Lender, type Loan, lendConnections, type PoolLoad } from "./lend-connections.ts";
import { type Answer, clientOf, executeOn, preparedBy, queryOn, type Send } from "./run-statement.ts";

/** One database's connections. `handle` and `source` are what a database is branded from. */
export type OpenPool = Readonly<{
  handle: ReturnType<typeof handleOver>;
  source: ConnectionSource;
  /** Applies at once: more may connect, or connections beyond the limit are closed as they come back. */
  resize: (limit: number) => void;
  load: () => PoolLoad;
  close: () => Promise<void>;
}>;

/** Opens one database's pool. Connects on first use. */
export function openPool(address: DatabaseAddress, limit: number): OpenPool {
  const lender = lendConnections(address, limit);
  return {
    handle: handleOver(sendOnAny(lender, queryOn)),
    source: {
      begin: () => begin(lender),
      beginSnapshot: () => begin(lender, SNAPSHOT),
      prepared: preparedBy(sendOnAny(lender, executeOn)),
    },
    resize: lender.resize,
    load: lender.load,
    close: lender.close,
  };
}

const handleOver = (send: Send) => drizzle(clientOf(send) as MySql2Client);

const isRead = (options: QueryOptions): boolean => /^\s*\(*\s*select\b/i.test(options.sql);

/** Sends each statement on whichever connection is free. A read that met a connection the server had closed is sent again. */
function sendOnAny(lender: Lender, sendOn: (connection: PoolConnection) => Send): Send {
  async function send(options: QueryOptions, params: unknown[], closedBefore = 0): Promise<Answer> {
    const loan = await lender.borrow();
    try {
      const answer = await sendOn(loan.connection)(options, params);
      lender.giveBack(loan);
      return answer;
    } catch (error) {
      if (!isBroken(error)) {
        lender.giveBack(loan);
        throw toStatementFailure(error);
      }
      lender.discard(loan);
      if (!isRead(options) || !mayRepeat(lender, loan, error, closedBefore)) throw toStatementFailure(error);
    }
    await setImmediate();
    return send(options, params, closedBefore + 1);
  }
  return (options, params) => send(options, params);
}

/**
 * True when a connection that had been idle turned out to be closed. A server that closes one closes many, and the end
 * of the others may not have come in yet: each may be met in turn, until one is opened for the statement.
 */
function mayRepeat(lender: Lender, loan: Loan, error: unknown, closedBefore: number): boolean {
  return !loan.isFresh && isBroken(error) && !isSilence(error) && closedBefore <= lender.load().limit;
}

const READ_COMMITTED = ["START TRANSACTION"] as const;
// The first holds for the next transaction only.
const SNAPSHOT = [
  "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ",
  "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY",
] as const;

async function begin(
  lender: Lender,
  statements: readonly string[] = READ_COMMITTED,
  closedBefore = 0,
): Promise<OpenTransaction> {
  const loan = await lender.borrow();
  const send = queryOn(loan.connection);
  try {
    for (const sql of statements) await send({ sql }, []);
  } catch (error) {
    lender.discard(loan);
    if (!mayRepeat(lender, loan, error, closedBefore)) throw toStatementFailure(error);
    await setImmediate();
    return begin(lender, statements, closedBefore + 1);
  }
  return openTransaction(lender, loan);
}

function openTransaction(lender: Lender, loan: Loan): OpenTransaction {
  const { connection } = loan;
  let isLost = false;
  const noting =
    (send: Send): Send =>
    async (options, params) => {
      try {
        return await send(options, params);
      } catch (error) {
        isLost ||= isBroken(error);
        throw toStatementFailure(error);
      }
    };
  const sendText = noting(queryOn(connection));
  const end = async (sql: string): Promise<void> => {
    try {
      await sendText({ sql }, []);
    } catch (error) {
      lender.discard(loan);
      throw error;
    }
    lender.giveBack(loan);
  };
  return {
    handle: handleOver(sendText),
    prepared: preparedBy(noting(executeOn(connection))),
    commit: () => end("COMMIT"),
    // What went wrong before is what the caller hears of. A connection that is lost can't be asked for anything more.
    rollback: async () => (isLost ? lender.discard(loan) : end("ROLLBACK").catch(() => undefined)),
  };
}
