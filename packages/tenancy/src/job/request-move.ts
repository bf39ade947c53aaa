import { type CentralDb, eq } from "@storehouse/db";
import { databaseServers, factories } from "@storehouse/db/central";
import { fail } from "@storehouse/domain";
import type { JobRow } from "./list-jobs.ts";
import { type JobWish, requestJob } from "./request-job.ts";

type MoveRequest = Pick<JobWish, "id" | "requestedBy" | "actor"> & Readonly<{ factoryId: string; server: string }>;

/** Asks that a factory be moved to another server. Throws NOT_FOUND, WRONG_STATE, INVALID at `server`. */
export async function requestMove(central: CentralDb, { factoryId, server, ...wish }: MoveRequest): Promise<JobRow> {
  const known = await central
    .select({ name: databaseServers.name })
    .from(databaseServers)
    .where(eq(databaseServers.name, server));
  if (known.length === 0) fail({ code: "INVALID", field: "server", reason: "SERVER_UNKNOWN" });
  const [factory] = await central
    .select({ server: factories.server })
    .from(factories)
    .where(eq(factories.id, factoryId));
  if (factory === undefined) return fail({ code: "NOT_FOUND", entity: "factory", id: factoryId });
  if (factory.server === server) fail({ code: "INVALID", field: "server", reason: "SERVER_SAME" });
  return requestJob(central, { ...wish, kind: "factory.move", factoryId, payload: { server } });
}
