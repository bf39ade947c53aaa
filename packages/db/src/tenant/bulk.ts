import { index, int, json, mysqlTable, primaryKey, varchar } from "drizzle-orm/mysql-core";
import type { BulkChange, BulkList, BulkRowState, BulkState, BulkValues, Failure } from "@storehouse/domain";
import { moment, uuid } from "../columns.ts";
import { users } from "./people.ts";

/** Changes of many records at once: what is to be changed of which, from their preview until they are undone. */
export const bulkChanges = mysqlTable(
  "bulk_changes",
  {
    id: uuid("id").primaryKey(),
    listName: varchar("list_name", { length: 20 }).$type<BulkList>().notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    state: varchar("state", { length: 12 }).$type<BulkState>().notNull(),
    wanted: json("wanted").$type<BulkChange>().notNull(),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [index("bulk_changes_created_ix").on(t.createdAt, t.id)],
);

/** The records of a change as its preview found them: nothing else is changed under its name. */
export const bulkChangeRows = mysqlTable(
  "bulk_change_rows",
  {
    changeId: uuid("change_id")
      .notNull()
      .references(() => bulkChanges.id),
    place: int("place").notNull(),
    recordId: uuid("record_id").notNull(),
    label: varchar("label", { length: 300 }).notNull(),
    /** The version the preview saw; once applied, the version the change left behind. */
    version: int("version").notNull(),
    fromValues: json("from_values").$type<BulkValues>().notNull(),
    toValues: json("to_values").$type<BulkValues>().notNull(),
    state: varchar("state", { length: 12 }).$type<BulkRowState>().notNull(),
    reason: json("reason").$type<Failure>(),
  },
  (t) => [
    primaryKey({ columns: [t.changeId, t.place] }),
    index("bulk_change_rows_state_ix").on(t.changeId, t.state, t.place),
  ],
);
