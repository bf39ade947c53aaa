/** Work that is asked for once and done by the worker. A factory's are one at a time of each kind. */
export const JOB_KINDS = [
  "factory.resync",
  "factory.migrate",
  "factory.rotatePassword",
  "factory.move",
  "factory.archive",
  "factory.delete",
  "keys.rotate",
] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** The job of the timetable that brings factories up to date: while it is paused, nobody migrates the fleet. */
export const MIGRATION_JOB = "migrate-factories";

export const JOB_STATES = ["QUEUED", "RUNNING", "DONE", "FAILED"] as const;
export type JobState = (typeof JOB_STATES)[number];

/** A factory in which a job came to nothing, and why in words that hold none of its data. */
export type JobFailure = Readonly<{ factory: string; error: string }>;

/** Of each job of the timetable so many runs are kept, and of one run so many factories that failed. */
export const JOB_RUNS_KEPT = 50;
export const JOB_FAILURES_KEPT = 50;

/** How often a job that fails is begun before it waits for somebody to ask for it again. */
export const JOB_ATTEMPTS_MAX = 5;

/** Seconds until a job that has failed so often is begun again: 5, 20, 80, then 5 minutes. */
export const jobPauseSeconds = (attempts: number): number => Math.min(300, 5 * 4 ** Math.max(0, attempts - 1));
