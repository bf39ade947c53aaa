import { index, mysqlTable, uniqueIndex, varchar } from "drizzle-orm/mysql-core";
import { exactText, moment, uuid } from "../columns.ts";

/** That a factory's master let support look, until when and why. Without one that stands, nobody of the service opens a factory. */
export const supportGrants = mysqlTable(
  "support_grants",
  {
    id: uuid("id").primaryKey(),
    factoryId: uuid("factory_id").notNull(),
    reason: varchar("reason", { length: 255 }).notNull(),
    grantedBy: uuid("granted_by").notNull(),
    grantedByName: varchar("granted_by_name", { length: 100 }).notNull(),
    grantedAt: moment("granted_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    /** Set by the master who ended it before its time. */
    endedAt: moment("ended_at"),
  },
  (t) => [index("support_grants_factory_ix").on(t.factoryId, t.grantedAt, t.id)],
);

/** Sessions of operators in a factory that let them in. */
export const supportSessions = mysqlTable(
  "support_sessions",
  {
    /** SHA-256 of what the cookie holds. */
    id: exactText("id", { length: 64 }).primaryKey(),
    publicId: uuid("public_id").notNull(),
    grantId: uuid("grant_id").notNull(),
    factoryId: uuid("factory_id").notNull(),
    /** The console's session it was opened from: it ends with that one. */
    operatorSessionId: uuid("operator_session_id").notNull(),
    operatorName: varchar("operator_name", { length: 100 }).notNull(),
    device: varchar("device", { length: 120 }).notNull(),
    address: varchar("address", { length: 64 }).notNull(),
    enteredAt: moment("entered_at").notNull(),
    lastSeenAt: moment("last_seen_at").notNull(),
    leftAt: moment("left_at"),
  },
  (t) => [
    uniqueIndex("support_sessions_public_uq").on(t.publicId),
    index("support_sessions_factory_ix").on(t.factoryId, t.enteredAt),
  ],
);
