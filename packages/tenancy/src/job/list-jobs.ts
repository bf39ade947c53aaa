import { and, type CentralDb, desc, eq, lt, or } from "@storehouse/db";
import { factories, jobs } from "@storehouse/db/central";
import { fail, JOB_STATES, type JobState } from "@storehouse/domain";

/** A job as its operator sees it. */
export type JobRow = Readonly<{
  id: string;
  kind: string;
  factoryId: string | null;
  dbName: string | null;
  state: JobState;
  step: string | null;
  attempts: number;
  requestedBy: string;
  error: string | null;
  result: Readonly<Record<string, unknown>> | null;
  runAt: Date;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
}>;

export type JobCursor = Readonly<{ createdAt: Date; id: string }>;
export type JobFilter = Readonly<{
  state?: JobState | undefined;
  factoryId?: string | undefined;
  after?: JobCursor | undefined;
  limit?: number | undefined;
}>;

const LIMIT = 50;

/** The jobs that were asked for, the newest first; the last one of a page is the `after` of the next. */
export async function listJobs(central: CentralDb, filter: JobFilter = {}): Promise<readonly JobRow[]> {
  const { state, factoryId, after, limit = LIMIT } = filter;
  const rows = await selectJobs(central)
    .where(
      and(
        state === undefined ? undefined : eq(jobs.state, state),
        factoryId === undefined ? undefined : eq(jobs.factoryId, factoryId),
        after === undefined
          ? undefined
          : or(lt(jobs.createdAt, after.createdAt), and(eq(jobs.createdAt, after.createdAt), lt(jobs.id, after.id))),
      ),
    )
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(limit);
  return rows.map(toRow);
}

/** One job. Throws NOT_FOUND. */
export async function getJob(central: CentralDb, id: string): Promise<JobRow> {
  const [row] = await selectJobs(central).where(eq(jobs.id, id));
  return row === undefined ? fail({ code: "NOT_FOUND", entity: "job", id }) : toRow(row);
}

const selectJobs = (central: CentralDb) =>
  central.select(COLUMNS).from(jobs).leftJoin(factories, eq(factories.id, jobs.factoryId));

const COLUMNS = {
  id: jobs.id,
  kind: jobs.kind,
  factoryId: jobs.factoryId,
  dbName: factories.dbName,
  state: jobs.state,
  step: jobs.step,
  attempts: jobs.attempts,
  requestedBy: jobs.requestedBy,
  error: jobs.error,
  result: jobs.result,
  runAt: jobs.runAt,
  createdAt: jobs.createdAt,
  startedAt: jobs.startedAt,
  endedAt: jobs.endedAt,
};

const toRow = <Row extends { state: string }>(row: Row): Omit<Row, "state"> & { state: JobState } => ({
  ...row,
  state: JOB_STATES.find((state) => state === row.state) ?? "FAILED",
});
