import { and, type CentralDb, centralTransaction, eq, inArray, isNull, lt, lte, or, sql } from "@storehouse/db";
import { jobs } from "@storehouse/db/central";
import { JOB_ATTEMPTS_MAX, jobPauseSeconds } from "@storehouse/domain";

/** A job that this process works at. Whoever takes it up after the lock has run out holds a higher token. */
export type ClaimedJob = Readonly<{
  id: string;
  kind: string;
  factoryId: string | null;
  payload: Readonly<Record<string, unknown>>;
  step: string | null;
  memo: Readonly<Record<string, unknown>>;
  attempts: number;
  token: number;
  requestedBy: string;
}>;

/** Another process has taken the job over: whatever this one still meant to do is the other's to do. */
export class JobLost extends Error {}

/** So long a job stays with a process that is not heard of any more. */
export const JOB_LOCK_MS = 60_000;

const NOW = sql`utc_timestamp(3)`;
const LOCK_END = sql`utc_timestamp(3) + interval ${JOB_LOCK_MS * 1000} microsecond`;
const CANDIDATES = 8;
const isUnlocked = or(isNull(jobs.lockedUntil), lt(jobs.lockedUntil, NOW));

/** Takes the job that has waited longest; undefined when there is none. Two who ask at once get two different ones. */
export async function claimJob(central: CentralDb): Promise<ClaimedJob | undefined> {
  const waiting = await central
    .select({ id: jobs.id, token: jobs.token })
    .from(jobs)
    .where(and(inArray(jobs.state, ["QUEUED", "RUNNING"]), lte(jobs.runAt, NOW), isUnlocked))
    .orderBy(jobs.runAt)
    .limit(CANDIDATES);
  for (const candidate of waiting) {
    // No SKIP LOCKED: the row itself says whether it was still free, on every server.
    const [taken] = await centralTransaction(central, (tx) =>
      tx
        .update(jobs)
        .set({
          state: "RUNNING",
          token: candidate.token + 1,
          attempts: sql`${jobs.attempts} + 1`,
          lockedUntil: LOCK_END,
          startedAt: sql`coalesce(${jobs.startedAt}, ${NOW})`,
        })
        .where(
          and(
            eq(jobs.id, candidate.id),
            eq(jobs.token, candidate.token),
            inArray(jobs.state, ["QUEUED", "RUNNING"]),
            isUnlocked,
          ),
        ),
    );
    if (taken.affectedRows === 1) return readClaimed(central, candidate.id, candidate.token + 1);
  }
  return undefined;
}

/** Keeps the job for longer, and with `reached` writes down how far it is. Throws JobLost when another has it. */
export async function holdJob(
  central: CentralDb,
  job: Pick<ClaimedJob, "id" | "token">,
  reached: Readonly<{ step?: string; memo?: Readonly<Record<string, unknown>> }> = {},
): Promise<void> {
  await change(central, job, { ...reached, lockedUntil: LOCK_END });
}

/** Ends a job that was done. Throws JobLost. */
export async function completeJob(
  central: CentralDb,
  job: Pick<ClaimedJob, "id" | "token">,
  result: Readonly<Record<string, unknown>>,
): Promise<void> {
  const over = { state: "DONE", openKey: null, lockedUntil: null, endedAt: NOW, error: null, result } as const;
  await change(central, job, over);
}

/** Writes down that a job came to nothing. Unless `isFinal` it is begun again after a pause, so often and no more. Throws JobLost. */
export async function failJob(
  central: CentralDb,
  job: Pick<ClaimedJob, "id" | "token" | "attempts">,
  { error, isFinal }: Readonly<{ error: string; isFinal: boolean }>,
): Promise<void> {
  if (isFinal || job.attempts >= JOB_ATTEMPTS_MAX) {
    await change(central, job, { state: "FAILED", openKey: null, lockedUntil: null, endedAt: NOW, error });
    return;
  }
  const runAt = sql`utc_timestamp(3) + interval ${jobPauseSeconds(job.attempts)} second`;
  await change(central, job, { state: "QUEUED", lockedUntil: null, runAt, error });
}

async function change(
  central: CentralDb,
  { id, token }: Pick<ClaimedJob, "id" | "token">,
  changes: Parameters<ReturnType<CentralDb["update"]>["set"]>[0],
): Promise<void> {
  const [result] = await centralTransaction(central, (tx) =>
    tx
      .update(jobs)
      .set(changes)
      .where(and(eq(jobs.id, id), eq(jobs.token, token), eq(jobs.state, "RUNNING"))),
  );
  if (result.affectedRows !== 1) throw new JobLost("Another process has taken the job over.");
}

async function readClaimed(central: CentralDb, id: string, token: number): Promise<ClaimedJob | undefined> {
  const [row] = await central
    .select()
    .from(jobs)
    .where(and(eq(jobs.id, id), eq(jobs.token, token)));
  if (row === undefined) return undefined;
  const { kind, factoryId, payload, step, memo, attempts, requestedBy } = row;
  return { id, kind, factoryId, payload, step, memo: memo ?? {}, attempts, token, requestedBy };
}
