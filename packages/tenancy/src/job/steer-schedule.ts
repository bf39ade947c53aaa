import { and, type CentralDb, centralTransaction, eq, isNotNull, isNull, sql } from "@storehouse/db";
import { jobSchedules } from "@storehouse/db/central";
import { fail } from "@storehouse/domain";

/** Asks that a job of the timetable be run now; the worker that leads does so within a second. Throws NOT_FOUND. */
export const askForRun = (central: CentralDb, name: string, by: string): Promise<void> =>
  steer(central, name, { askedAt: sql`utc_timestamp(3)`, askedBy: by });

/** Lets a job of the timetable rest that stopped itself; without a timetable there is nothing that would begin it again. */
export async function restSchedule(central: CentralDb, name: string, why: string): Promise<void> {
  const change = { pausedAt: sql`utc_timestamp(3)`, pausedBy: why };
  await centralTransaction(central, (tx) =>
    tx
      .update(jobSchedules)
      .set(change)
      .where(and(eq(jobSchedules.name, name), isNull(jobSchedules.pausedAt))),
  );
}

/** Lets a job of the timetable rest until it is resumed; a run that is under way ends its piece of work first. Throws NOT_FOUND. */
export const pauseSchedule = (central: CentralDb, name: string, by: string): Promise<void> =>
  steer(central, name, { pausedAt: sql`utc_timestamp(3)`, pausedBy: by });

/** Lets a job that rests run again, at once. Throws NOT_FOUND. */
export const resumeSchedule = (central: CentralDb, name: string, by: string): Promise<void> =>
  steer(central, name, { pausedAt: null, pausedBy: null, askedAt: sql`utc_timestamp(3)`, askedBy: by });

/** The jobs that somebody wants run now. */
export async function listAsked(central: CentralDb): Promise<readonly string[]> {
  const rows = await central
    .select({ name: jobSchedules.name })
    .from(jobSchedules)
    .where(and(isNotNull(jobSchedules.askedAt), isNull(jobSchedules.pausedAt)));
  return rows.map(({ name }) => name);
}

/** True while a job of the timetable is to rest. */
export async function isSchedulePaused(central: CentralDb, name: string): Promise<boolean> {
  const rows = await central
    .select({ name: jobSchedules.name })
    .from(jobSchedules)
    .where(and(eq(jobSchedules.name, name), isNotNull(jobSchedules.pausedAt)));
  return rows.length > 0;
}

type Change = Parameters<ReturnType<CentralDb["update"]>["set"]>[0];

async function steer(central: CentralDb, name: string, change: Change): Promise<void> {
  const [done] = await centralTransaction(central, (tx) =>
    tx.update(jobSchedules).set(change).where(eq(jobSchedules.name, name)),
  );
  if (done.affectedRows !== 1) fail({ code: "NOT_FOUND", entity: "job", id: name });
}
