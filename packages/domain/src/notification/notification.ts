import { z } from "zod";
import { ALERT_KINDS, type AlertState } from "../alert/alert.ts";
import { Id } from "../fields.ts";
import { PageInput } from "../page.ts";

/** What a person can be told of: each kind of alert, and a webhook that was turned off because its receiver took nothing. */
export const NOTIFICATION_KINDS = [...ALERT_KINDS, "WEBHOOK_OFF"] as const;
/** What every master hears of, wanted or not: backups that have grown too old, support that came in, and where the subscription stands. */
export const MASTER_KINDS = ["BACKUP_STALE", "SUPPORT_IN", "PERIOD_ENDING", "PAYMENT_DUE", "READ_ONLY"] as const;
/** What people hear of a line of the log that they did or spoke about: somebody asks, somebody replied. Nobody turns it off: it is to them. */
export const SAID_KINDS = ["QUESTION", "ANSWER"] as const;
export type MasterKind = (typeof MASTER_KINDS)[number];
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number] | MasterKind | (typeof SAID_KINDS)[number];

/** One's own notifications, the latest first. */
export const ListNotificationsInput = PageInput.extend({ isUnread: z.boolean().optional() }).strict();
export type ListNotificationsInput = z.infer<typeof ListNotificationsInput>;

/**
 * A message to one person. `alert`, `webhook` or `note` is what it is about; all are null in one of backups or support, in one of the subscription, whose `count` is how many days
 * are left, and in one that stands for `count` alerts which came at once, of `kind` or less urgent.
 */
export type NotificationRow = Readonly<{
  id: string;
  kind: NotificationKind;
  count: number;
  isRead: boolean;
  createdAt: string;
  alert: Readonly<{
    id: string;
    state: AlertState;
    productId: string;
    variantId: string;
    /** It is made here, by a formula in use. */
    isMade: boolean;
    productName: string;
    variantName: string | null;
    unit: string;
    locationName: string | null;
    onHand: string | null;
    limit: string | null;
  }> | null;
  webhook: Readonly<{ id: string; host: string }> | null;
  /** Who said something about which line of the log. */
  note: Readonly<{ lineId: string; userName: string }> | null;
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
export type NotificationPreference = Readonly<{
  kind: (typeof NOTIFICATION_KINDS)[number];
  inApp: boolean;
  email: EmailTime;
}>;

/** When a kind can be written of: a morning's letter tells of what holds, which a webhook's end does not. */
export const emailTimesOf = (kind: NotificationKind): readonly EmailTime[] =>
  kind === "WEBHOOK_OFF" ? EMAIL_TIMES.filter((time) => time !== "daily") : EMAIL_TIMES;

export const SetPreferenceInput = z
  .strictObject({ kind: z.enum(NOTIFICATION_KINDS), inApp: z.boolean(), email: z.enum(EMAIL_TIMES) })
  .refine(({ kind, email }) => emailTimesOf(kind).includes(email), { error: "NOT_AN_OPTION", path: ["email"] });
export type SetPreferenceInput = z.infer<typeof SetPreferenceInput>;
