import { bigint, boolean, index, int, json, mysqlTable, uniqueIndex, varchar } from "drizzle-orm/mysql-core";
import type { JobFailure } from "@storehouse/domain";
import { exactText, moment, uuid } from "../columns.ts";

/** Work that somebody asked for once: who does it, how far it is, what came of it. A process that died is followed by the next one. */
export const jobs = mysqlTable(
  "jobs",
  {
    id: uuid("id").primaryKey(),
    kind: exactText("kind", { length: 48 }).notNull(),
    /** Null for what concerns all factories. */
    factoryId: uuid("factory_id"),
    /** Kind and factory while it is not over, so that there is one of each; null afterwards. */
    openKey: exactText("open_key", { length: 90 }),
    payload: json("payload").$type<Record<string, unknown>>().notNull(),
    state: varchar("state", { length: 16 }).notNull(),
    /** The step reached, for whoever goes on after a crash, and for people. */
    step: varchar("step", { length: 64 }),
    /** What a step leaves for the next one. */
    memo: json("memo").$type<Record<string, unknown>>(),
    attempts: int("attempts").notNull().default(0),
    runAt: moment("run_at").notNull(),
    lockedUntil: moment("locked_until"),
    /** Rises with each who takes it up: what an earlier one still writes is refused. */
    token: bigint("token", { mode: "number" }).notNull().default(0),
    requestedBy: varchar("requested_by", { length: 100 }).notNull(),
    result: json("result").$type<Record<string, unknown>>(),
    error: varchar("error", { length: 500 }),
    createdAt: moment("created_at").notNull(),
    startedAt: moment("started_at"),
    endedAt: moment("ended_at"),
  },
  (t) => [
    uniqueIndex("jobs_open_uq").on(t.openKey),
    index("jobs_state_ix").on(t.state, t.runAt),
    index("jobs_created_ix").on(t.createdAt, t.id),
    index("jobs_factory_ix").on(t.factoryId, t.createdAt),
  ],
);

/** One row for each job of the worker's timetable: its last run, its next one, and what the operator asks of it. */
export const jobSchedules = mysqlTable("job_schedules", {
  name: exactText("name", { length: 48 }).primaryKey(),
  cron: varchar("cron", { length: 40 }).notNull(),
  /** The turn of the timetable that was begun last: each is begun once. */
  slot: moment("slot"),
  /** The lease under which it runs now; null when it does not. */
  runToken: bigint("run_token", { mode: "number" }),
  nextRunAt: moment("next_run_at"),
  startedAt: moment("started_at"),
  endedAt: moment("ended_at"),
  succeededAt: moment("succeeded_at"),
  isFailed: boolean("is_failed").notNull().default(false),
  ms: int("ms"),
  error: varchar("error", { length: 500 }),
  /** Runs that failed since the last one that did not. */
  failedInARow: int("failed_in_a_row").notNull().default(0),
  runs: bigint("runs", { mode: "number" }).notNull().default(0),
  failures: bigint("failures", { mode: "number" }).notNull().default(0),
  /** Somebody wants it run now. */
  askedAt: moment("asked_at"),
  askedBy: varchar("asked_by", { length: 100 }),
  pausedAt: moment("paused_at"),
  pausedBy: varchar("paused_by", { length: 100 }),
});

/** The last runs of each job of the timetable that did something or failed, and which factories failed in them. */
export const jobRuns = mysqlTable(
  "job_runs",
  {
    id: uuid("id").primaryKey(),
    name: exactText("name", { length: 48 }).notNull(),
    startedAt: moment("started_at").notNull(),
    endedAt: moment("ended_at").notNull(),
    isFailed: boolean("is_failed").notNull(),
    ms: int("ms"),
    counts: json("counts").$type<Record<string, number>>().notNull(),
    error: varchar("error", { length: 500 }),
    failures: json("failures").$type<readonly JobFailure[]>().notNull(),
  },
  (t) => [index("job_runs_name_ix").on(t.name, t.startedAt, t.id)],
);
