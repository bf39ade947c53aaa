import type { Job, JobContext } from "./job.ts";

/** Runs a job and writes down how it went. Never throws: the timetable goes on, and the next run may succeed. */
export async function runJob(job: Job, context: JobContext): Promise<boolean> {
  const startedAt = performance.now();
  const log = context.log.child({ job: job.name });
  try {
    const counts = await job.run({ ...context, log });
    const hasWorked = Object.values(counts).some((count) => count > 0);
    if (hasWorked) log.info({ ...counts, ms: Math.round(performance.now() - startedAt) }, "job done");
    return true;
  } catch (error) {
    log.error({ error }, "job failed");
    return false;
  }
}
