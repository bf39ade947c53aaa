import {
  and,
  type CentralDb,
  centralTransaction,
  desc,
  eq,
  exists,
  isNotNull,
  isNull,
  lt,
  ne,
  or,
  sql,
} from "@storehouse/db";
import { jobRuns, jobSchedules, leases } from "@storehouse/db/central";
import { JOB_FAILURES_KEPT, JOB_RUNS_KEPT, type JobFailure } from "@storehouse/domain";
import { v7 } from "uuid";
import type { Lease } from "../lease.ts";

/** A job of the timetable, and when its next turn is. */
export type Enlisted = Readonly<{ name: string; cron: string; nextRunAt: Date | null }>;

/** How a run ended. */
export type RunEnd = Readonly<{
  isFailed: boolean;
  counts: Readonly<Record<string, number>>;
  error: string | null;
  failures: readonly JobFailure[];
  ms: number;
  nextRunAt: Date | null;
}>;

const NOW = sql`utc_timestamp(3)`;
const STOPPED = "The worker was stopped in the middle.";

/** Writes down what the timetable holds, forgets what it holds no more, and marks the runs that a worker before this one has left open. */
export async function enlistJobs(central: CentralDb, lease: Lease, enlisted: readonly Enlisted[]): Promise<void> {
  await centralTransaction(central, async (tx) => {
    if (!(await isHeld(tx, lease))) return;
    const known = await tx.select({ name: jobSchedules.name }).from(jobSchedules);
    for (const { name, cron, nextRunAt } of enlisted) {
      const row = { name, cron, nextRunAt };
      await tx.insert(jobSchedules).values(row).onDuplicateKeyUpdate({ set: { cron, nextRunAt } });
    }
    const names = new Set(enlisted.map(({ name }) => name));
    for (const { name } of known)
      if (!names.has(name)) await tx.delete(jobSchedules).where(eq(jobSchedules.name, name));
  });
  const isLeft = and(isNotNull(jobSchedules.runToken), ne(jobSchedules.runToken, lease.token));
  const left = await central
    .select({ name: jobSchedules.name, token: jobSchedules.runToken })
    .from(jobSchedules)
    .where(isLeft);
  for (const { name, token } of left) await closeLeft(central, { name, token: token ?? 0 });
}

/**
 * Begins a turn of a job: false when it was begun already, by whomever, when the job is paused, and when this process does not lead
 * any more. `slot` is the time that the turn is for.
 */
export async function beginRun(
  central: CentralDb,
  lease: Lease,
  { name, slot }: Readonly<{ name: string; slot: Date }>,
): Promise<boolean> {
  const [begun] = await centralTransaction(central, (tx) =>
    tx
      .update(jobSchedules)
      .set({ slot, runToken: lease.token, startedAt: NOW, askedAt: null, askedBy: null })
      .where(
        and(
          eq(jobSchedules.name, name),
          or(isNull(jobSchedules.slot), lt(jobSchedules.slot, slot)),
          isNull(jobSchedules.pausedAt),
          holds(tx, lease),
          sql`${leaseEnd(tx, lease)} >= ${NOW}`,
        ),
      ),
  );
  return begun.affectedRows === 1;
}

/** Writes down how a run ended; false when another process leads by now, and nothing was written. */
export async function endRun(central: CentralDb, lease: Lease, name: string, end: RunEnd): Promise<boolean> {
  const { isFailed, counts, error, ms, nextRunAt } = end;
  return centralTransaction(central, async (tx) => {
    const [ended] = await tx
      .update(jobSchedules)
      .set({
        runToken: null,
        endedAt: NOW,
        isFailed,
        error,
        ms,
        nextRunAt,
        runs: sql`${jobSchedules.runs} + 1`,
        failedInARow: isFailed ? sql`${jobSchedules.failedInARow} + 1` : 0,
        ...(isFailed ? { failures: sql`${jobSchedules.failures} + 1` } : { succeededAt: NOW }),
      })
      .where(and(eq(jobSchedules.name, name), eq(jobSchedules.runToken, lease.token), holds(tx, lease)));
    if (ended.affectedRows !== 1) return false;
    const isQuiet = !isFailed && end.failures.length === 0 && Object.values(counts).every((count) => count === 0);
    // A job that looks every two seconds and finds nothing would push out what is worth reading.
    if (!isQuiet) await keepRun(tx, name, end);
    return true;
  });
}

async function keepRun(tx: CentralDb, name: string, { isFailed, counts, error, failures, ms }: RunEnd): Promise<void> {
  const startedAt = sql`utc_timestamp(3) - interval ${Math.max(0, Math.round(ms)) * 1000} microsecond`;
  const kept = failures.slice(0, JOB_FAILURES_KEPT);
  await tx
    .insert(jobRuns)
    .values({ id: v7(), name, startedAt, endedAt: NOW, isFailed, ms, counts, error, failures: kept });
  const [oldest] = await tx
    .select({ startedAt: jobRuns.startedAt })
    .from(jobRuns)
    .where(eq(jobRuns.name, name))
    .orderBy(desc(jobRuns.startedAt), desc(jobRuns.id))
    .offset(JOB_RUNS_KEPT - 1)
    .limit(1);
  if (oldest !== undefined)
    await tx.delete(jobRuns).where(and(eq(jobRuns.name, name), lt(jobRuns.startedAt, oldest.startedAt)));
}

async function closeLeft(
  central: CentralDb,
  { name, token }: Readonly<{ name: string; token: number }>,
): Promise<void> {
  await centralTransaction(central, async (tx) => {
    const [row] = await tx
      .select({ startedAt: jobSchedules.startedAt })
      .from(jobSchedules)
      .where(and(eq(jobSchedules.name, name), eq(jobSchedules.runToken, token)))
      .for("update");
    if (row === undefined) return;
    await tx
      .update(jobSchedules)
      .set({
        runToken: null,
        endedAt: NOW,
        isFailed: true,
        error: STOPPED,
        failures: sql`${jobSchedules.failures} + 1`,
      })
      .where(eq(jobSchedules.name, name));
    const run = { id: v7(), name, startedAt: row.startedAt ?? NOW, endedAt: NOW, isFailed: true, error: STOPPED };
    await tx.insert(jobRuns).values({ ...run, counts: {}, failures: [] });
  });
}

const leaseRow = (tx: CentralDb, { name, holder, token }: Lease) =>
  tx
    .select({ expiresAt: leases.expiresAt })
    .from(leases)
    .where(and(eq(leases.name, name), eq(leases.holder, holder), eq(leases.token, token)));

const holds = (tx: CentralDb, lease: Lease) => exists(leaseRow(tx, lease));
const leaseEnd = (tx: CentralDb, lease: Lease) => sql`(${leaseRow(tx, lease)})`;

async function isHeld(tx: CentralDb, lease: Lease): Promise<boolean> {
  return (await leaseRow(tx, lease).for("update")).length > 0;
}
