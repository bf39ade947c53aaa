import { index, int, json, mysqlTable, primaryKey, uniqueIndex, varchar } from "drizzle-orm/mysql-core";
import type { AlertKind, AlertState, NotificationKind } from "@storehouse/domain";
import { exactText, moment, quantity, uuid } from "../columns.ts";
import { auditNotes } from "./audit.ts";
import { locations, variants } from "./catalogue.ts";
import { postings } from "./inventory.ts";
import { users } from "./people.ts";
import { webhookEndpoints } from "./webhooks.ts";

/** The least that is to be left of a variant at one place; without a row, a place has none. */
export const locationMinimums = mysqlTable(
  "location_minimums",
  {
    variantId: uuid("variant_id")
      .notNull()
      .references(() => variants.id),
    locationId: uuid("location_id")
      .notNull()
      .references(() => locations.id),
    minimum: quantity("minimum").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.variantId, t.locationId] }),
    index("location_minimums_location_ix").on(t.locationId, t.variantId),
  ],
);

/** What holds now and has to be seen to, and what held once. Written under the lock on the variant's total; one that comes back is a new row. */
export const alerts = mysqlTable(
  "alerts",
  {
    id: uuid("id").primaryKey(),
    kind: varchar("kind", { length: 20 }).$type<AlertKind>().notNull(),
    state: varchar("state", { length: 12 }).$type<AlertState>().notNull(),
    variantId: uuid("variant_id")
      .notNull()
      .references(() => variants.id),
    /** Null where all places count together. */
    locationId: uuid("location_id").references(() => locations.id),
    /** Kind, variant and place while it is open, null after: at most one of each is open. */
    openKey: exactText("open_key", { length: 96 }),
    isOpen: int("is_open").notNull().default(1),
    /** The place of its kind in the order of urgency: the list is one range of an index. */
    urgency: int("urgency").notNull(),
    onHand: quantity("on_hand"),
    limit: quantity("limit_quantity"),
    details: json("details").$type<Record<string, unknown>>(),
    /** The posting that brought it about; null where a limit was changed or a check found it. */
    postingId: uuid("posting_id").references(() => postings.id),
    raisedAt: moment("raised_at").notNull(),
    acknowledgedAt: moment("acknowledged_at"),
    acknowledgedBy: uuid("acknowledged_by").references(() => users.id),
    resolvedAt: moment("resolved_at"),
    /** Null where it ended by itself. */
    resolvedBy: uuid("resolved_by").references(() => users.id),
  },
  (t) => [
    uniqueIndex("alerts_open_uq").on(t.openKey),
    index("alerts_list_ix").on(t.isOpen, t.urgency, t.raisedAt, t.id, t.state),
    index("alerts_resolved_ix").on(t.isOpen, t.resolvedAt, t.id),
    index("alerts_variant_ix").on(t.variantId, t.isOpen),
    index("alerts_location_ix").on(t.locationId, t.isOpen),
  ],
);

/** A message to one person: about an alert, about many that came at once, about a webhook, or about what somebody said. */
export const notifications = mysqlTable(
  "notifications",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    kind: varchar("kind", { length: 20 }).$type<NotificationKind>().notNull(),
    alertId: uuid("alert_id").references(() => alerts.id),
    webhookId: uuid("webhook_id").references(() => webhookEndpoints.id),
    noteId: uuid("note_id").references(() => auditNotes.id),
    count: int("alert_count").notNull().default(1),
    createdAt: moment("created_at").notNull(),
    readAt: moment("read_at"),
  },
  (t) => [
    uniqueIndex("notifications_alert_uq").on(t.userId, t.alertId),
    index("notifications_list_ix").on(t.userId, t.createdAt, t.id),
    index("notifications_unread_ix").on(t.userId, t.readAt, t.createdAt, t.id),
    index("notifications_about_ix").on(t.alertId, t.readAt),
    index("notifications_read_ix").on(t.readAt),
  ],
);

/** What a person said they want to hear of. Without a row, masters hear of it in the app and nobody by e-mail. */
export const notificationPreferences = mysqlTable(
  "notification_preferences",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    kind: varchar("kind", { length: 20 }).$type<NotificationKind>().notNull(),
    inApp: int("in_app").notNull(),
    email: int("email").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.kind] })],
);

/** E-mail on its way: written in the transaction that it tells of, sent by the worker. */
export const outboxEmails = mysqlTable(
  "outbox_emails",
  {
    id: uuid("id").primaryKey(),
    toAddress: varchar("to_address", { length: 254 }).notNull(),
    subject: varchar("subject", { length: 200 }).notNull(),
    body: varchar("body", { length: 4000 }).notNull(),
    /** A page of the app to open, from the root. */
    path: varchar("path", { length: 200 }),
    state: varchar("state", { length: 8 }).$type<"QUEUED" | "SENT" | "DEAD">().notNull().default("QUEUED"),
    attempts: int("attempts").notNull().default(0),
    /** Not before this; while somebody sends it, when their claim runs out. */
    dueAt: moment("due_at").notNull(),
    lastError: varchar("last_error", { length: 300 }),
    createdAt: moment("created_at").notNull(),
    sentAt: moment("sent_at"),
  },
  (t) => [index("outbox_emails_due_ix").on(t.state, t.dueAt, t.id)],
);
