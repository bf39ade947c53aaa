import { and, eq, isNull, lte } from "@storehouse/db";
import { notifications } from "@storehouse/db/tenant";
import type { MarkAllNotificationsInput } from "@storehouse/domain";
import { atomically, authorize, personOf, type TenantContext } from "../context.ts";

/** Marks all the caller's notifications as read that there were at a moment; what has come since stays unread. */
export async function markAllNotifications(
  ctx: TenantContext,
  { before }: MarkAllNotificationsInput,
): Promise<Record<string, never>> {
  authorize(ctx, "notifications.read");
  await atomically(ctx, async ({ db }) => {
    await db
      .update(notifications)
      .set({ readAt: ctx.now() })
      .where(
        and(
          eq(notifications.userId, personOf(ctx)),
          isNull(notifications.readAt),
          lte(notifications.createdAt, new Date(before)),
        ),
      );
  });
  return {};
}
