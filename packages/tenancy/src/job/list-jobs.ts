import { and, type CentralDb, desc, eq } from "@storehouse/db";
import { factories, jobs } from "@storehouse/db/central";
import { fail, JOB_STATES, type JobKind, type JobState } from "@storehouse/domain";

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

/** Whose jobs, of which kind, and how many at most. */
type JobFilter = Readonly<{ factoryId?: string; kind?: JobKind; limit: number }>;

/** The jobs that were asked for, the newest first. */
export async function listJobs(central: CentralDb, { factoryId, kind, limit }: JobFilter): Promise<readonly JobRow[]> {
  const isOfFactory = factoryId === undefined ? undefined : eq(jobs.factoryId, factoryId);
  const rows = await central
    .select(COLUMNS)
    .from(jobs)
    .leftJoin(factories, eq(factories.id, jobs.factoryId))
    .where(and(isOfFactory, kind === undefined ? undefined : eq(jobs.kind, kind)))
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(limit);
  return rows.map(toRow);
}

/** One job. Throws NOT_FOUND. */
export async function getJob(central: CentralDb, id: string): Promise<JobRow> {
  const [row] = await central
    .select(COLUMNS)
    .from(jobs)
    .leftJoin(factories, eq(factories.id, jobs.factoryId))
    .where(eq(jobs.id, id));
  return row === undefined ? fail({ code: "NOT_FOUND", entity: "job", id }) : toRow(row);
}

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
