import type { CentralDb } from "@storehouse/db";
import { assertDeletable, type Deletion } from "../lifecycle/assert-deletable.ts";
import type { JobRow } from "./list-jobs.ts";
import { type JobWish, requestJob } from "./request-job.ts";

/** Asks that an archived factory be deleted. Throws what would refuse it: NOT_FOUND, INVALID at `typedName`, WRONG_STATE. */
export async function requestDeletion(
  central: CentralDb,
  { factoryId, typedName, ...wish }: Deletion & Pick<JobWish, "id" | "requestedBy" | "actor">,
): Promise<JobRow> {
  await assertDeletable(central, { factoryId, typedName });
  return requestJob(central, { ...wish, kind: "factory.delete", factoryId, payload: { typedName } });
}
