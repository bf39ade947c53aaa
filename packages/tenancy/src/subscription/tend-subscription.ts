import { and, type CentralDb, inArray, isNotNull, lt, ne, sql } from "@storehouse/db";
import { factories } from "@storehouse/db/central";
import { REMINDER_DAYS, subscriptionAt } from "@storehouse/domain";
import { UNPAID } from "./record-payment.ts";
import { changeSubscription } from "./locked-factory.ts";

const DAY_MS = 86_400_000;

/** The factories whose period is over, or ends before its first reminder is due: few, and found by an index. */
export const listDueSubscriptions = (central: CentralDb, now: Date): Promise<{ id: string; dbName: string }[]> =>
  central
    .select({ id: factories.id, dbName: factories.dbName })
    .from(factories)
    .where(
      and(
        isNotNull(factories.periodEndsAt),
        lt(factories.periodEndsAt, new Date(now.getTime() + Math.max(...REMINDER_DAYS) * DAY_MS)),
        ne(factories.subscription, "SUSPENDED"),
        inArray(factories.state, ["READY", "SUSPENDED"]),
      ),
    )
    .orderBy(factories.periodEndsAt, factories.id);

/**
 * Moves a factory's subscription on to where it stands at a moment; at the last step the factory is shut. Nothing is ever deleted. Called again, or by two at
 * once, it is moved once. Answers whether it moved. Throws NOT_FOUND.
 */
export async function tendSubscription(central: CentralDb, factoryId: string, now: Date): Promise<boolean> {
  const moved = await changeSubscription(central, factoryId, "worker", ({ state, subscription }) => {
    const next = subscriptionAt(subscription, now);
    if (next === subscription.state) return undefined;
    const isShut = next === "SUSPENDED" && state === "READY";
    const shut = { state: "SUSPENDED", suspendReason: UNPAID, suspendedAt: sql`utc_timestamp(3)` };
    const detail = { before: subscription.state, after: next };
    return { set: { subscription: next, ...(isShut && shut) }, action: "factory.subscription", detail };
  });
  return moved !== undefined;
}
