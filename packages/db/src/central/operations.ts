import { bigint, index, int, json, mysqlTable, primaryKey, tinyint, varchar } from "drizzle-orm/mysql-core";
import type { OutboxKind } from "@storehouse/domain";
import { exactText, moment, uuid } from "../columns.ts";

/** Counters of rate limits, in the form that rate-limiter-flexible's MySQL store reads and writes. */
export const rateLimits = mysqlTable(
  "rate_limits",
  {
    key: exactText("key", { length: 255 }).primaryKey(),
    points: int("points").notNull().default(0),
    expire: bigint("expire", { mode: "number" }),
  },
  (t) => [index("rate_limits_expire_ix").on(t.expire)],
);

/** Who does a piece of work that only one process may do, and until when; `token` rises with each holder. */
export const leases = mysqlTable("leases", {
  name: exactText("name", { length: 100 }).primaryKey(),
  holder: varchar("holder", { length: 100 }).notNull(),
  token: bigint("token", { mode: "number" }).notNull().default(0),
  expiresAt: moment("expires_at").notNull(),
});

/** One row: whose the database is, by the fingerprint of a key, and the address under which its server was set up. */
export const installation = mysqlTable("installation", {
  id: tinyint("id").primaryKey(),
  keyFingerprint: exactText("key_fingerprint", { length: 64 }).notNull(),
  host: varchar("host", { length: 255 }).notNull(),
  port: int("port").notNull(),
});

/** What the service did to factories: made, migrated, suspended. Append only. */
export const platformAudit = mysqlTable(
  "platform_audit",
  {
    id: uuid("id").primaryKey(),
    at: moment("at").notNull(),
    actor: varchar("actor", { length: 100 }).notNull(),
    action: varchar("action", { length: 64 }).notNull(),
    factoryId: uuid("factory_id"),
    detail: json("detail").$type<Record<string, unknown>>(),
  },
  (t) => [
    index("platform_audit_factory_ix").on(t.factoryId, t.at, t.id),
    index("platform_audit_at_ix").on(t.at, t.id),
    index("platform_audit_actor_ix").on(t.actor, t.at, t.id),
    index("platform_audit_action_ix").on(t.action, t.at, t.id),
  ],
);

/**
 * Factories that have something to send, by kind, and from when on. A hint, so that nobody has to open every factory to find out: written after the
 * commit of what is to be sent, renewed for all factories now and then for the case that a process died in between.
 */
export const outboxMarks = mysqlTable(
  "outbox_marks",
  {
    factoryId: uuid("factory_id").notNull(),
    kind: exactText("kind", { length: 12 }).$type<OutboxKind>().notNull(),
    dueAt: moment("due_at").notNull(),
    /** Another with every mark, so that one made meanwhile is not taken away. */
    mark: bigint("mark", { mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.factoryId, t.kind] }), index("outbox_marks_due_ix").on(t.kind, t.dueAt)],
);
