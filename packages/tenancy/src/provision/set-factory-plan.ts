import { type CentralDb, centralTransaction, eq, sql } from "@storehouse/db";
import { factories, plans } from "@storehouse/db/central";
import { fail } from "@storehouse/domain";
import { type PlatformActor, recordPlatformEvent } from "../record-platform-event.ts";

/**
 * Puts a factory on another plan. Processes that remember the factory hear of it within seconds. What it has beyond the new limits stays; it only adds no more.
 * Throws NOT_FOUND, INVALID for a plan that is not there.
 */
export async function setFactoryPlan(
  central: CentralDb,
  dbName: string,
  plan: string,
  actor: PlatformActor = "operator",
): Promise<void> {
  await centralTransaction(central, async (db) => {
    const [factory] = await db
      .select({ id: factories.id, plan: factories.plan })
      .from(factories)
      .where(eq(factories.dbName, dbName))
      .for("update");
    if (factory === undefined) return fail({ code: "NOT_FOUND", entity: "factory", id: dbName });
    const [known] = await db.select({ code: plans.code }).from(plans).where(eq(plans.code, plan));
    if (known === undefined) fail({ code: "INVALID", field: "plan", reason: "UNKNOWN" });
    if (factory.plan === plan) return;
    await db.update(factories).set({ plan, updatedAt: sql`utc_timestamp(3)` }).where(eq(factories.id, factory.id));
    const detail = { before: factory.plan, after: plan };
    await recordPlatformEvent(db, { actor, action: "factory.setPlan", factoryId: factory.id, detail });
  });
}
