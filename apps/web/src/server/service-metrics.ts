import type { ServiceFigures } from "@storehouse/tenancy";
import { Gauge, type Registry } from "prom-client";

/**
 * Adds what the central database knows of the service, and returns what brings it up to date before the figures are read. When that
 * database is away, the other figures are there all the same.
 */
export function watchService(read: () => Promise<ServiceFigures>, registers: Registry[]): () => Promise<void> {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `storehouse_${name}`, help, labelNames, registers });
  const central = gauge("central_up", "1 when the central database answered.");
  const factories = gauge("factories", "Factories by state.", ["state"]);
  const quarantined = gauge("factories_quarantined", "Factories whose last migration failed.");
  const workers = gauge("workers", "Workers that gave a sign of life in the last 15 seconds.");
  const age = gauge("job_success_age_seconds", "Since a job of the timetable last succeeded.", ["job"]);
  const took = gauge("job_seconds", "How long a job's last run took.", ["job"]);
  const runs = gauge("job_runs", "Runs of a job, ever.", ["job"]);
  const failures = gauge("job_failures", "Runs of a job that failed, ever.", ["job"]);
  const inARow = gauge("job_failed_in_a_row", "Runs of a job that failed since the last that did not.", ["job"]);
  const paused = gauge("job_paused", "1 while a job rests.", ["job"]);
  const requested = gauge("requested_jobs", "Jobs that were asked for, by state.", ["state"]);
  const worst = gauge(
    "backup_verified_age_worst_seconds",
    "Age of the oldest last verified backup of an open factory.",
  );
  const stale = gauge("backup_stale_factories", "Open factories without a verified backup of the last eight hours.");
  const failed = gauge("backup_failed_last_day", "Backups that came to nothing in the last day.");
  const due = gauge("outbox_due_factories", "Factories with something to send that is due, by kind.", ["kind"]);
  const oldest = gauge("outbox_oldest_seconds", "How long the oldest of them has been due.", ["kind"]);
  const all = [
    factories,
    quarantined,
    workers,
    age,
    took,
    runs,
    failures,
    inARow,
    paused,
    requested,
    worst,
    stale,
    failed,
    due,
    oldest,
  ];

  function set(figures: ServiceFigures): void {
    for (const [state, total] of Object.entries(figures.factories)) factories.set({ state }, total);
    quarantined.set(figures.quarantined);
    workers.set(figures.workers);
    for (const job of figures.jobs) {
      const of = { job: job.name };
      age.set(of, job.successAgeSeconds);
      took.set(of, job.seconds);
      runs.set(of, job.runs);
      failures.set(of, job.failures);
      inARow.set(of, job.failedInARow);
      paused.set(of, job.isPaused ? 1 : 0);
    }
    for (const [state, total] of Object.entries(figures.requestedJobs)) requested.set({ state }, total);
    worst.set(figures.backups.worstAgeSeconds);
    stale.set(figures.backups.stale);
    failed.set(figures.backups.failedLastDay);
    for (const { kind, ...box } of figures.outboxes) {
      due.set({ kind }, box.due);
      oldest.set({ kind }, box.oldestSeconds);
    }
  }
  return async () => {
    const figures = await read().catch(() => undefined);
    central.set(figures === undefined ? 0 : 1);
    for (const each of all) each.reset();
    if (figures !== undefined) set(figures);
  };
}
