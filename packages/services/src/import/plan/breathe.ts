import { setImmediate } from "node:timers/promises";

const ROWS_AT_ONCE = 100;

/** Lets everybody else have a turn after each hundred rows: a long sheet must not hold up the process. */
export async function breathe(row: number): Promise<void> {
  if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate();
}
