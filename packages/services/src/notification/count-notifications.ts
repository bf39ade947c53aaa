import { and, count, eq, isNull } from "@storehouse/db";
import { alerts, notifications } from "@storehouse/db/tenant";
import type { NotificationCounts } from "@storehouse/domain";
import { authorize, personOf, type TenantContext } from "../context.ts";
import { inPlaces } from "../place-scope.ts";

/** What the bell shows: the caller's unread notifications, and how many alerts nobody has seen to. */
export async function countNotifications(ctx: TenantContext): Promise<NotificationCounts> {
  authorize(ctx, "notifications.read");
  const [unread] = await ctx.db
    .select({ count: count() })
    .from(notifications)
    .where(and(eq(notifications.userId, personOf(ctx)), isNull(notifications.readAt)));
  const [active] = await ctx.db
    .select({ count: count() })
    .from(alerts)
    .where(and(eq(alerts.isOpen, 1), eq(alerts.state, "ACTIVE"), inPlaces(ctx, alerts.locationId)));
  return { unread: unread?.count ?? 0, activeAlerts: active?.count ?? 0 };
}
