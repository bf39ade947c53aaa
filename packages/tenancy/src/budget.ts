import type { CentralDb } from "@storehouse/db";
import { createSemaphore, type Semaphore } from "./semaphore.ts";

/** The connections this process may hold to factories' databases, all pools together: a pool reserves its whole limit before it opens. */
export type Budget = Semaphore;

const WAIT_MS = 2_000;
const LINE_MAX = 5_000;
const RESERVE_MIN = 10;
const RESERVE_PART = 0.1;

/** Makes a budget of so many connections. */
export const createBudget = (connections: number, waitMs: number = WAIT_MS): Budget =>
  createSemaphore({ capacity: connections, waitMs, lineMax: LINE_MAX });

/** What the server's `max_connections` leaves when a tenth, ten at least, is kept for its administrator and the service's own accounts. */
export async function readServerBudget(central: CentralDb): Promise<number> {
  const [row] = await central.source.prepared<{ connections: number | string }>(
    "select @@max_connections as connections",
    [],
  );
  const connections = Number(row?.connections ?? 0);
  return Math.max(1, connections - Math.max(RESERVE_MIN, Math.ceil(connections * RESERVE_PART)));
}
