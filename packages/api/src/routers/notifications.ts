import {
  ListNotificationsInput,
  MarkAllNotificationsInput,
  MarkNotificationInput,
  SetPreferenceInput,
} from "@storehouse/domain";
import {
  countNotifications,
  listNotifications,
  listPreferences,
  markAllNotifications,
  markNotification,
  setPreference,
} from "@storehouse/services";
import { router, tenantProcedure } from "../trpc.ts";

/** One's own notifications: nobody sees or changes another person's. */
export const notificationsRouter = router({
  /** One's own, the latest first, a page at a time. */
  list: tenantProcedure("notifications.read")
    .input(ListNotificationsInput)
    .query(({ ctx, input }) => listNotifications(ctx.tenant, input)),
  /** How many of one's own are unread, and how many alerts nobody has seen to. */
  counts: tenantProcedure("notifications.read").query(({ ctx }) => countNotifications(ctx.tenant)),
  /** Marks one as read or unread. Throws NOT_FOUND. */
  mark: tenantProcedure("notifications.read")
    .input(MarkNotificationInput)
    .mutation(({ ctx, input }) => markNotification(ctx.tenant, input)),
  /** Marks as read all there were at a moment. */
  markAll: tenantProcedure("notifications.read")
    .input(MarkAllNotificationsInput)
    .mutation(({ ctx, input }) => markAllNotifications(ctx.tenant, input)),
  /** What one hears of, by kind and channel. */
  preferences: tenantProcedure("notifications.read").query(({ ctx }) => listPreferences(ctx.tenant)),
  /** Changes what one hears of. */
  setPreference: tenantProcedure("notifications.read")
    .input(SetPreferenceInput)
    .mutation(({ ctx, input }) => setPreference(ctx.tenant, input)),
});
