import { and, type CentralDb, centralTransaction, eq, isDuplicateKey, sql } from "@storehouse/db";
import { jobs } from "@storehouse/db/central";
import { fail } from "@storehouse/domain";
import { getJob, type JobRow } from "./list-jobs.ts";
import { openKeyOf } from "./request-job.ts";

/** Puts a failed job back into the queue; it goes on at the step it had reached. Throws NOT_FOUND, WRONG_STATE. */
export async function retryJob(central: CentralDb, id: string): Promise<JobRow> {
  const { kind, factoryId, state } = await getJob(central, id);
  if (state !== "FAILED") fail({ code: "WRONG_STATE", entity: "job", id, state });
  const again = {
    state: "QUEUED",
    openKey: openKeyOf(kind, factoryId),
    attempts: 0,
    runAt: sql`utc_timestamp(3)`,
    endedAt: null,
  } as const;
  try {
    await centralTransaction(central, (tx) =>
      tx
        .update(jobs)
        .set(again)
        .where(and(eq(jobs.id, id), eq(jobs.state, "FAILED"))),
    );
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    fail({ code: "WRONG_STATE", entity: "job", id, state: "QUEUED" });
  }
  return getJob(central, id);
}
