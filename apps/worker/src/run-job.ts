import type { JobFailure } from "@storehouse/domain";
import { briefError } from "@storehouse/tenancy";
import type { Job, JobContext } from "./job.ts";

/** What a job works with, but for where its failures go. */
export type WorkContext = Omit<JobContext, "onFailure">;

/** How a run went: what it counted, and where it came to nothing. */
export type JobOutcome = Readonly<{
  isFailed: boolean;
  counts: Readonly<Record<string, number>>;
  error: string | null;
  failures: readonly JobFailure[];
  ms: number;
}>;

/** Runs a job and says how it went. Never throws: the timetable goes on, and the next run may succeed. */
export async function runJob(job: Job, context: WorkContext): Promise<JobOutcome> {
  const startedAt = performance.now();
  const log = context.log.child({ job: job.name });
  const failures: JobFailure[] = [];
  const onFailure: JobContext["onFailure"] = (factory, error, words) => {
    failures.push({ factory, error: briefError(error) });
    log.warn({ factory, error }, words);
  };
  const elapsed = (): number => Math.round(performance.now() - startedAt);
  try {
    const counts = await job.run({ ...context, log, onFailure });
    const hasCounted = Object.values(counts).some((count) => count > 0);
    if (hasCounted) log.info({ ...counts, ms: elapsed() }, "job done");
    // What came to nothing everywhere has failed, whatever it returned.
    const hasDone = Object.entries(counts).some(([name, count]) => name !== "failed" && count > 0);
    const isFailed = failures.length > 0 && !hasDone;
    return { isFailed, counts, error: isFailed ? (failures[0]?.error ?? null) : null, failures, ms: elapsed() };
  } catch (error) {
    log.error({ error }, "job failed");
    return { isFailed: true, counts: {}, error: briefError(error), failures, ms: elapsed() };
  }
}
