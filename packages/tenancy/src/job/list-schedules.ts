import { type CentralDb, desc, eq } from "@storehouse/db";
import { jobRuns, jobSchedules } from "@storehouse/db/central";
import { JOB_RUNS_KEPT } from "@storehouse/domain";

/** A job of the worker's timetable as its operator sees it. Times are in UTC. */
export type ScheduleRow = Readonly<
  Omit<typeof jobSchedules.$inferSelect, "slot" | "runToken"> & { isRunning: boolean }
>;
export type RunRow = typeof jobRuns.$inferSelect;

/** Every job of the timetable, by name. */
export async function listSchedules(central: CentralDb): Promise<readonly ScheduleRow[]> {
  const rows = await central.select().from(jobSchedules).orderBy(jobSchedules.name);
  return rows.map(({ slot: _, runToken, ...row }) => ({ ...row, isRunning: runToken !== null }));
}

/** The last runs of a job that did something or failed, the newest first. */
export const listRuns = (central: CentralDb, name: string): Promise<RunRow[]> =>
  central
    .select()
    .from(jobRuns)
    .where(eq(jobRuns.name, name))
    .orderBy(desc(jobRuns.startedAt), desc(jobRuns.id))
    .limit(JOB_RUNS_KEPT);
