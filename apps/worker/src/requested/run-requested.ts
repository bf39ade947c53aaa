import { DomainError } from "@storehouse/domain";
import { briefError } from "@storehouse/tenancy";
import {
  type ClaimedJob,
  claimJob,
  completeJob,
  failJob,
  holdJob,
  JOB_LOCK_MS,
  JobLost,
} from "@storehouse/tenancy/job";
import type { WorkContext } from "../run-job.ts";
import { JobRefused, type Requested, type RequestedContext } from "./requested.ts";

/** Takes up the requested job that has waited longest and does it; true unless the queue could not be asked. Never throws. */
export async function runRequested(context: WorkContext, handlers: readonly Requested[]): Promise<boolean> {
  try {
    const job = await claimJob(context.tenancy.central);
    if (job !== undefined) await runClaimed(context, handlers, job);
    return true;
  } catch (error) {
    context.log.error({ error }, "a requested job could not be taken up or put down");
    return false;
  }
}

async function runClaimed(context: WorkContext, handlers: readonly Requested[], job: ClaimedJob): Promise<void> {
  const { central } = context.tenancy;
  const log = context.log.child({ job: job.kind, jobId: job.id, factoryId: job.factoryId });
  const startedAt = performance.now();
  const lost = new AbortController();
  const renewal = setInterval(() => {
    // A database that is away for a moment is no reason to stop; one that says no is.
    holdJob(central, job).catch((error: unknown) => error instanceof JobLost && lost.abort());
  }, JOB_LOCK_MS / 4);
  const reach: RequestedContext["reach"] = (step, memo) => holdJob(central, job, { step, ...(memo && { memo }) });
  try {
    const handler = handlers.find(({ kind }) => kind === job.kind);
    if (handler === undefined) throw new JobRefused("This worker knows no such job.");
    await completeJob(central, job, await handler.run({ ...context, log, reach, signal: lost.signal }, job));
    log.info({ ms: Math.round(performance.now() - startedAt) }, "requested job done");
  } catch (error) {
    await putDown(context, job, error);
  } finally {
    clearInterval(renewal);
  }
}

async function putDown({ tenancy: { central }, log }: WorkContext, job: ClaimedJob, error: unknown): Promise<void> {
  const { kind, id: jobId, factoryId, attempts } = job;
  log.error({ job: kind, jobId, factoryId, attempts, error }, "requested job failed");
  if (error instanceof JobLost) return;
  await failJob(central, job, { error: briefError(error), isFinal: isFinal(error) });
}

/** What is refused stays refused; what is busy or away may be better in a moment. */
function isFinal(error: unknown): boolean {
  if (error instanceof JobRefused) return true;
  return error instanceof DomainError && !["BUSY", "UNAVAILABLE"].includes(error.failure.code);
}
