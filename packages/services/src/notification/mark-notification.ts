import { and, eq } from "@storehouse/db";
import { notifications } from "@storehouse/db/tenant";
import { fail, type MarkNotificationInput } from "@storehouse/domain";
import { atomically, authorize, personOf, type TenantContext } from "../context.ts";

/** Marks one of the caller's notifications as read or unread. Throws NOT_FOUND, for another person's too. */
export async function markNotification(
  ctx: TenantContext,
  { id, isRead }: MarkNotificationInput,
): Promise<Record<string, never>> {
  authorize(ctx, "notifications.read");
  const isOwn = and(eq(notifications.id, id), eq(notifications.userId, personOf(ctx)));
  await atomically(ctx, async (tx) => {
    const [found] = await tx.db.select({ readAt: notifications.readAt }).from(notifications).where(isOwn);
    if (found === undefined) fail({ code: "NOT_FOUND", entity: "notification", id });
    if ((found.readAt !== null) === isRead) return;
    await tx.db
      .update(notifications)
      .set({ readAt: isRead ? tx.now() : null })
      .where(isOwn);
  });
  return {};
}
