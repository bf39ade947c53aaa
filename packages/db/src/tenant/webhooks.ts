import { boolean, customType, index, int, json, mysqlTable, uniqueIndex, varchar } from "drizzle-orm/mysql-core";
import type { DeliveryState } from "@storehouse/domain";
import { exactText, moment, uuid } from "../columns.ts";
import { users } from "./people.ts";

/** JSON kept as the text that was written, to the byte: it is what is signed. */
const exactJson = customType<{ data: string }>({
  dataType: () => "mediumtext character set utf8mb4 collate utf8mb4_bin",
});

/** Where programs are told of what happens. The counters say how its receiver has done lately. */
export const webhookEndpoints = mysqlTable(
  "webhook_endpoints",
  {
    id: uuid("id").primaryKey(),
    url: exactText("url", { length: 500 }).notNull(),
    description: varchar("description", { length: 200 }),
    events: json("events").$type<readonly string[]>().notNull(),
    isActive: boolean("is_active").notNull().default(true),
    version: int("version").notNull().default(1),
    /** Locked with a key of the installation, bound to the factory and the endpoint. */
    secret: varchar("secret", { length: 255 }).notNull(),
    secretKeyId: exactText("secret_key_id", { length: 32 }).notNull(),
    /** The one before, which signs besides until its time is over. */
    formerSecret: varchar("former_secret", { length: 255 }),
    formerSecretKeyId: exactText("former_secret_key_id", { length: 32 }),
    formerUntil: moment("former_until"),
    /** Attempts in a row that came to nothing, since when, and until when none is made. */
    failures: int("failures").notNull().default(0),
    failingSince: moment("failing_since"),
    retryAt: moment("retry_at"),
    lastDeliveredAt: moment("last_delivered_at"),
    /** Set when it was turned off for failing too long, until somebody turns it on again. */
    disabledAt: moment("disabled_at"),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    removedAt: moment("removed_at"),
  },
  (t) => [index("webhook_endpoints_list_ix").on(t.removedAt, t.createdAt, t.id)],
);

/** What happened, as it is told: written in the transaction that it tells of. */
export const webhookEvents = mysqlTable(
  "webhook_events",
  {
    id: uuid("id").primaryKey(),
    type: exactText("type", { length: 40 }).notNull(),
    at: moment("at").notNull(),
    body: exactJson("body").notNull(),
  },
  (t) => [index("webhook_events_at_ix").on(t.at, t.id)],
);

/** An event on its way to an endpoint. The first has the id of no replay; each replay brings one more. */
export const webhookDeliveries = mysqlTable(
  "webhook_deliveries",
  {
    id: uuid("id").primaryKey(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => webhookEvents.id),
    /** No foreign key: each booking would lock the endpoint's row, which the worker writes its counters to. */
    endpointId: uuid("endpoint_id").notNull(),
    /** What the client called the request to send it again; zeros for the first time. */
    replayId: uuid("replay_id").notNull(),
    type: exactText("type", { length: 40 }).notNull(),
    state: varchar("state", { length: 10 }).$type<DeliveryState>().notNull(),
    attempts: int("attempts").notNull().default(0),
    /** Not before this; while somebody sends it, when their claim runs out. */
    dueAt: moment("due_at").notNull(),
    createdAt: moment("created_at").notNull(),
    finishedAt: moment("finished_at"),
    lastStatus: int("last_status"),
    lastError: varchar("last_error", { length: 60 }),
    lastDurationMs: int("last_duration_ms"),
  },
  (t) => [
    uniqueIndex("webhook_deliveries_once_uq").on(t.endpointId, t.replayId, t.eventId),
    index("webhook_deliveries_due_ix").on(t.endpointId, t.state, t.dueAt, t.id),
    index("webhook_deliveries_event_ix").on(t.eventId),
    index("webhook_deliveries_list_ix").on(t.createdAt, t.id),
    index("webhook_deliveries_state_ix").on(t.state, t.createdAt, t.id),
    index("webhook_deliveries_endpoint_ix").on(t.endpointId, t.createdAt, t.id),
  ],
);

/** One try to deliver, and what came back: the first bytes of the answer, or why there was none. */
export const webhookAttempts = mysqlTable(
  "webhook_attempts",
  {
    id: uuid("id").primaryKey(),
    deliveryId: uuid("delivery_id")
      .notNull()
      .references(() => webhookDeliveries.id, { onDelete: "cascade" }),
    number: int("number").notNull(),
    at: moment("at").notNull(),
    durationMs: int("duration_ms").notNull(),
    status: int("status"),
    error: varchar("error", { length: 60 }),
    answer: varchar("answer", { length: 1000 }),
  },
  (t) => [uniqueIndex("webhook_attempts_number_uq").on(t.deliveryId, t.number)],
);
