import type { JobKind } from "@storehouse/domain";
import type { ClaimedJob } from "@storehouse/tenancy/job";
import type { WorkContext } from "../run-job.ts";

/** What one that does a requested job works with. */
export type RequestedContext = WorkContext &
  Readonly<{
    /** Writes down how far it is and what the next step needs. Throws JobLost when another process has taken the job over. */
    reach: (step: string, memo?: Readonly<Record<string, unknown>>) => Promise<void>;
    /** Goes off when another process has taken the job over. */
    signal: AbortSignal;
  }>;

/** Does one kind of requested job, from the step that was reached on; it may be begun again after a crash at any point. */
export type Requested = Readonly<{
  kind: JobKind;
  run: (context: RequestedContext, job: ClaimedJob) => Promise<Readonly<Record<string, unknown>>>;
}>;

/** It can't be done, however often it is tried. The message is for the operator. */
export class JobRefused extends Error {}
