import { and, eq, lt, notExists, sql } from "@storehouse/db";
import { webhookDeliveries, webhookEvents } from "@storehouse/db/tenant";
import { WEBHOOK_KEPT_DAYS } from "@storehouse/domain";
import { atomically, type TenantContext } from "../context.ts";

const DAY_MS = 24 * 60 * 60_000;
const AT_ONCE = 5_000;

/** Removes what was delivered, or given up, or waited in vain a month ago, and the events that no delivery speaks of any more; a bounded number a run. For jobs. */
export async function tidyWebhooks(ctx: TenantContext): Promise<{ removed: number }> {
  const before = new Date(ctx.now().getTime() - WEBHOOK_KEPT_DAYS * DAY_MS);
  const deliveries = await atomically(ctx, async ({ db }) => {
    const [result] = await db.delete(webhookDeliveries).where(lt(webhookDeliveries.createdAt, before)).limit(AT_ONCE);
    return result.affectedRows;
  });
  const events = await atomically(ctx, async ({ db }) => {
    const spokenOf = db
      .select({ one: sql`1` })
      .from(webhookDeliveries)
      .where(eq(webhookDeliveries.eventId, webhookEvents.id));
    const [result] = await db
      .delete(webhookEvents)
      .where(and(lt(webhookEvents.at, before), notExists(spokenOf)))
      .limit(AT_ONCE);
    return result.affectedRows;
  });
  return { removed: deliveries + events };
}
