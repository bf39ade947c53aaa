import { type CentralDb, centralTransaction, eq, isDuplicateKey, sql } from "@storehouse/db";
import { jobs } from "@storehouse/db/central";
import { fail, type JobKind } from "@storehouse/domain";
import { type PlatformActor, recordPlatformEvent } from "../record-platform-event.ts";
import { getJob, type JobRow } from "./list-jobs.ts";

/** What is asked of the worker. The caller chooses the id, so that the same wish sent twice is one. */
export type JobWish = Readonly<{
  id: string;
  kind: JobKind;
  factoryId: string | null;
  payload?: Readonly<Record<string, unknown>>;
  /** Who asks: an operator's name, or the command line. */
  requestedBy: string;
  /** How the service's log names them; the command line where it is not said. */
  actor?: PlatformActor;
}>;

/** Puts a job into the worker's queue. Throws WRONG_STATE with the one that is open already when the factory has one of this kind. */
export async function requestJob(central: CentralDb, wish: JobWish): Promise<JobRow> {
  const { id, kind, factoryId, payload = {}, requestedBy, actor = "operator" } = wish;
  const openKey = openKeyOf(kind, factoryId);
  const now = sql`utc_timestamp(3)`;
  try {
    await centralTransaction(central, async (tx) => {
      const row = { id, kind, factoryId, openKey, payload, requestedBy, state: "QUEUED", runAt: now, createdAt: now };
      await tx.insert(jobs).values(row);
      const detail = { jobId: id, requestedBy };
      await recordPlatformEvent(tx, { actor, action: `${kind}.request`, factoryId, detail });
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    await assertSame(central, id, openKey);
  }
  return getJob(central, id);
}

/** One job of a kind is open for a factory; those for all factories are of their own. */
export const openKeyOf = (kind: string, factoryId: string | null): string => `${kind}:${factoryId ?? "all"}`;

async function assertSame(central: CentralDb, id: string, openKey: string): Promise<void> {
  const [open] = await central.select({ id: jobs.id, state: jobs.state }).from(jobs).where(eq(jobs.openKey, openKey));
  if (open !== undefined && open.id !== id)
    fail({ code: "WRONG_STATE", entity: "job", id: open.id, state: open.state });
}
