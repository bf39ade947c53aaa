import { z } from "zod";
import { ALERT_KINDS, type AlertKind, type AlertState } from "../alert/alert.ts";
import { Id } from "../fields.ts";
import { PageInput } from "../page.ts";

/** One's own notifications, the latest first. */
export const ListNotificationsInput = PageInput.extend({ isUnread: z.boolean().optional() }).strict();
export type ListNotificationsInput = z.infer<typeof ListNotificationsInput>;

/**
 * A message to one person. `alert` is what it is about; null in one that stands for `count` alerts which came at once, of `kind` or less urgent.
 */
export type NotificationRow = Readonly<{
  id: string;
  kind: AlertKind;
  count: number;
  isRead: boolean;
  createdAt: string;
  alert: Readonly<{
    id: string;
    state: AlertState;
    productId: string;
    productName: string;
    variantName: string | null;
    unit: string;
    locationName: string | null;
    onHand: string | null;
    limit: string | null;
  }> | null;
}>;

/** What the bell shows: one's own unread notifications, and the alerts that hold and nobody has seen to. */
export type NotificationCounts = Readonly<{ unread: number; activeAlerts: number }>;

export const MarkNotificationInput = z.strictObject({ id: Id, isRead: z.boolean() });
export type MarkNotificationInput = z.infer<typeof MarkNotificationInput>;

/** Marks all that there was at `before` as read: what came since stays unread. */
export const MarkAllNotificationsInput = z.strictObject({
  before: z.iso.datetime({ offset: true, error: "TIME_INVALID" }),
});
export type MarkAllNotificationsInput = z.infer<typeof MarkAllNotificationsInput>;

/** When a person is written an e-mail: never, as it happens, or once in the morning about all that holds. */
export const EMAIL_TIMES = ["never", "atOnce", "daily"] as const;
export type EmailTime = (typeof EMAIL_TIMES)[number];

/** Which kinds a person wants to hear of, and how. */
export type NotificationPreference = Readonly<{ kind: AlertKind; inApp: boolean; email: EmailTime }>;

export const SetPreferenceInput = z.strictObject({
  kind: z.enum(ALERT_KINDS),
  inApp: z.boolean(),
  email: z.enum(EMAIL_TIMES),
});
export type SetPreferenceInput = z.infer<typeof SetPreferenceInput>;
