import { index, int, json, mysqlTable, uniqueIndex, varchar } from "drizzle-orm/mysql-core";
import type { FlagState, NoteKind } from "@storehouse/domain";
import { moment, uuid } from "../columns.ts";
import { users } from "./people.ts";

/** Who changed what, from what to what, and why. Append only by grant. */
export const auditLog = mysqlTable(
  "audit_log",
  {
    id: uuid("id").primaryKey(),
    at: moment("at").notNull(),
    actorKind: varchar("actor_kind", { length: 10 }).notNull(),
    actorId: uuid("actor_id"),
    actorName: varchar("actor_name", { length: 100 }).notNull(),
    action: varchar("action", { length: 64 }).notNull(),
    entity: varchar("entity", { length: 40 }).notNull(),
    entityId: uuid("entity_id").notNull(),
    before: json("before_values").$type<Record<string, unknown>>(),
    after: json("after_values").$type<Record<string, unknown>>(),
    reason: varchar("reason", { length: 500 }),
    address: varchar("address", { length: 64 }),
    device: varchar("device", { length: 120 }),
  },
  (t) => [
    index("audit_log_at_ix").on(t.at, t.id),
    index("audit_log_entity_ix").on(t.entity, t.entityId, t.at),
    index("audit_log_kind_ix").on(t.entity, t.at),
    index("audit_log_actor_ix").on(t.actorId, t.at),
    index("audit_log_action_ix").on(t.action, t.at),
  ],
);

/**
 * What people said about a line of the audit log: questions, answers, how they ended. Append only by grant, so where a question stands is the state
 * its last note left; the number within the line lets only one of two notes at once be the next.
 */
export const auditNotes = mysqlTable(
  "audit_notes",
  {
    id: uuid("id").primaryKey(),
    lineId: uuid("line_id")
      .notNull()
      .references(() => auditLog.id),
    number: int("number").notNull(),
    kind: varchar("kind", { length: 10 }).$type<NoteKind>().notNull(),
    /** Where the line's question stands after this note. */
    state: varchar("state", { length: 10 }).$type<FlagState>().notNull(),
    text: varchar("text", { length: 1000 }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    at: moment("at").notNull(),
    address: varchar("address", { length: 64 }),
    device: varchar("device", { length: 120 }),
  },
  (t) => [
    uniqueIndex("audit_notes_number_uq").on(t.lineId, t.number),
    index("audit_notes_state_ix").on(t.state, t.lineId, t.number),
  ],
);
