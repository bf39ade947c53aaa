import type { CentralDb } from "@storehouse/db";

/** How the service as a whole stands, from the central database. Names jobs and states, never a factory. */
export type ServiceFigures = Readonly<{
  factories: Readonly<Record<string, number>>;
  quarantined: number;
  workers: number;
  jobs: readonly JobFigures[];
  requestedJobs: Readonly<Record<string, number>>;
  /** Of factories that are open: how old the last verified backup is at the worst, and how many are older than eight hours. */
  backups: Readonly<{ worstAgeSeconds: number; stale: number; failedLastDay: number }>;
  outboxes: readonly Readonly<{ kind: string; due: number; oldestSeconds: number }>[];
}>;

export type JobFigures = Readonly<{
  name: string;
  /** Since its last success; since it is known, where it had none. */
  successAgeSeconds: number;
  seconds: number;
  runs: number;
  failures: number;
  failedInARow: number;
  isPaused: boolean;
}>;

const age = (column: string): string => `timestampdiff(second, ${column}, utc_timestamp(3))`;
/** Hours after which a factory without a verified backup is an alert. */
const STALE_SECONDS = 8 * 60 * 60;

const STATES =
  "select state as name, count(*) as total, sum(quarantine_reason is not null) as aside from factories group by state";
const WORKERS = "select count(*) as total from leases where name like 'worker:%' and expires_at >= utc_timestamp(3)";
const JOBS = `select name, ${age("coalesce(succeeded_at, started_at)")} as age, ms, runs, failures, failed_in_a_row as in_a_row, paused_at is not null as paused from job_schedules`;
const REQUESTED = "select state as name, count(*) as total from jobs group by state";
const BACKUPS = `select max(${age("coalesce(v.at, f.created_at)")}) as worst, coalesce(sum(${age("coalesce(v.at, f.created_at)")} > ${STALE_SECONDS}), 0) as stale
  from factories f left join (select subject, max(started_at) as at from backups where state = 'VERIFIED' group by subject) v
  on v.subject = lower(concat_ws('-', substr(hex(f.id), 1, 8), substr(hex(f.id), 9, 4), substr(hex(f.id), 13, 4), substr(hex(f.id), 17, 4), substr(hex(f.id), 21)))
  where f.state = 'READY'`;
const FAILED =
  "select count(*) as total from backups where state = 'FAILED' and requested_at > utc_timestamp(3) - interval 1 day";
const OUTBOXES = `select kind, count(*) as due, max(${age("due_at")}) as oldest from outbox_marks where due_at <= utc_timestamp(3) group by kind`;

type Value = number | string | null;
type Named = Readonly<{ name: string; total: Value }>;
type JobRow = Readonly<Record<"age" | "ms" | "runs" | "failures" | "in_a_row" | "paused", Value> & { name: string }>;

/** Reads the figures of the service: a few queries over small tables. Throws when the central database is away. */
export async function readServiceFigures({ source }: CentralDb): Promise<ServiceFigures> {
  const rows = <Row extends object>(text: string) => source.prepared<Row>(text, []);
  const [states, [workers], jobs, requested, [backups], [failed], outboxes] = await Promise.all([
    rows<Named & { aside: Value }>(STATES),
    rows<{ total: Value }>(WORKERS),
    rows<JobRow>(JOBS),
    rows<Named>(REQUESTED),
    rows<{ worst: Value; stale: Value }>(BACKUPS),
    rows<{ total: Value }>(FAILED),
    rows<{ kind: string; due: Value; oldest: Value }>(OUTBOXES),
  ]);
  return {
    factories: byName(states),
    quarantined: states.reduce((sum, { aside }) => sum + Number(aside), 0),
    workers: Number(workers?.total ?? 0),
    jobs: jobs.map(toJob),
    requestedJobs: byName(requested),
    backups: {
      worstAgeSeconds: Number(backups?.worst ?? 0),
      stale: Number(backups?.stale ?? 0),
      failedLastDay: Number(failed?.total ?? 0),
    },
    outboxes: outboxes.map(({ kind, due, oldest }) => ({ kind, due: Number(due), oldestSeconds: Number(oldest) })),
  };
}

const toJob = (row: JobRow): JobFigures => ({
  name: row.name,
  successAgeSeconds: Number(row.age ?? 0),
  seconds: Number(row.ms ?? 0) / 1_000,
  runs: Number(row.runs),
  failures: Number(row.failures),
  failedInARow: Number(row.in_a_row),
  isPaused: Number(row.paused) === 1,
});

const byName = (rows: readonly Named[]): Record<string, number> =>
  Object.fromEntries(rows.map(({ name, total }) => [name, Number(total)]));
