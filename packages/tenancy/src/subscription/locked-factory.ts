import { type CentralDb, centralTransaction, eq, sql } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { fail, type Subscription, toSubscriptionState } from "@storehouse/domain";
import { type PlatformActor, recordPlatformEvent } from "../record-platform-event.ts";

/** A factory's subscription as it stands under the lock of its row. */
export type Standing = Readonly<{ state: string; suspendReason: string | null; subscription: Subscription }>;

type Change = Partial<
  Pick<typeof factories.$inferInsert, "state" | "suspendReason" | "subscription" | "periodEndsAt">
> &
  Readonly<{ suspendedAt?: ReturnType<typeof sql> | null }>;

/** What is to be changed, and the line for the service's log. */
export type Decision = Readonly<{ set: Change; action: string; detail: Readonly<Record<string, unknown>> }>;

/** Changes a factory's subscription under the lock of its row; where nothing is decided, nothing is written. Throws NOT_FOUND. */
export const changeSubscription = (
  central: CentralDb,
  factoryId: string,
  actor: PlatformActor,
  decide: (standing: Standing) => Decision | undefined,
): Promise<Decision | undefined> =>
  centralTransaction(central, async (db) => {
    const { id, state, suspendReason, subscription, periodEndsAt } = factories;
    const [row] = await db
      .select({ state, suspendReason, subscription, periodEndsAt })
      .from(factories)
      .where(eq(id, factoryId))
      .for("update");
    if (row === undefined || row.state === "DELETED")
      return fail({ code: "NOT_FOUND", entity: "factory", id: factoryId });
    const decision = decide({
      state: row.state,
      suspendReason: row.suspendReason,
      subscription: { state: toSubscriptionState(row.subscription), endsAt: row.periodEndsAt },
    });
    if (decision === undefined) return undefined;
    await db
      .update(factories)
      .set({ ...decision.set, updatedAt: sql`utc_timestamp(3)` })
      .where(eq(id, factoryId));
    const { action, detail } = decision;
    await recordPlatformEvent(db, { actor, action, factoryId, detail });
    return decision;
  });
