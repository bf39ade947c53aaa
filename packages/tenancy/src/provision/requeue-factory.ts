import { and, type CentralDb, centralTransaction, desc, eq, inArray, isNotNull, sql } from "@storehouse/db";
import { factories, registrations } from "@storehouse/db/central";
import { fail } from "@storehouse/domain";
import { throwTaken } from "../registration/request-factory.ts";
import { BUILDING_STATES } from "./registration-lease.ts";

/**
 * Puts a failed or stuck sign-up back in the queue with its names, and returns its factory's id. Throws NOT_FOUND when
 * there is none under the name that can still be made, TAKEN when a name has gone to another factory since.
 */
export async function requeueFactory(central: CentralDb, dbName: string): Promise<string> {
  const [row] = await central
    .select({ factoryId: registrations.factoryId, factoryName: registrations.factoryName })
    .from(registrations)
    .innerJoin(factories, eq(factories.id, registrations.factoryId))
    .where(
      and(
        eq(registrations.dbName, dbName),
        inArray(factories.state, ["FAILED", ...BUILDING_STATES]),
        isNotNull(registrations.adminPasswordHash),
      ),
    )
    .orderBy(desc(registrations.createdAt))
    .limit(1);
  if (row === undefined) return fail({ code: "NOT_FOUND", entity: "factory", id: dbName });

  const { factoryId, factoryName } = row;
  try {
    await centralTransaction(central, async (db) => {
      await db
        .update(registrations)
        .set({ attempts: 0, failedStep: null, error: null, createdAt: sql`utc_timestamp(3)` })
        .where(eq(registrations.factoryId, factoryId));
      await db
        .update(factories)
        .set({ state: "REQUESTED", dbName, factoryName })
        .where(and(eq(factories.id, factoryId), eq(factories.state, "FAILED")));
    });
  } catch (error) {
    throwTaken(error, { dbName, factoryName });
  }
  return factoryId;
}
