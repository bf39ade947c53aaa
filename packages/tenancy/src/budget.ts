import type { CentralDb } from "@storehouse/db";
import { CENTRAL_LIMIT, PROVISIONER_LIMIT } from "./central.ts";
import { createSemaphore, type Semaphore } from "./semaphore.ts";

/** The connections this process may hold to factories' databases, all pools together: a pool reserves its whole limit before it opens. */
export type Budget = Semaphore;

const WAIT_MS = 2_000;
const LINE_MAX = 5_000;
const RESERVE_MIN = 10;
const RESERVE_PART = 0.1;

/** Connections to factories that the worker may hold at once. */
export const WORKER_FACTORY_CONNECTIONS = 10;
/** The worker's other ones: to the central database with its own account, and one for each schema at work (two sign-ups, four migrations). */
const WORKER_SESSIONS = 6;
const WORKER_CONNECTIONS = WORKER_FACTORY_CONNECTIONS + CENTRAL_LIMIT + PROVISIONER_LIMIT + WORKER_SESSIONS;

/** Makes a budget of so many connections. */
export const createBudget = (connections: number, waitMs: number = WAIT_MS): Budget =>
  createSemaphore({ capacity: connections, waitMs, lineMax: LINE_MAX });

/**
 * What the server's `max_connections` leaves to factories when a tenth, ten at least, is kept for the operator, and what
 * the worker and one web process need beside. A second web process has to be given its part.
 */
export async function readServerBudget(central: CentralDb): Promise<number> {
  const [row] = await central.source.prepared<{ connections: number | string }>(
    "select @@max_connections as connections",
    [],
  );
  const connections = Number(row?.connections ?? 0);
  const operator = Math.max(RESERVE_MIN, Math.ceil(connections * RESERVE_PART));
  return Math.max(1, connections - operator - WORKER_CONNECTIONS - CENTRAL_LIMIT);
}
