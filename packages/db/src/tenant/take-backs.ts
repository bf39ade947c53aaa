import { index, int, json, mysqlTable } from "drizzle-orm/mysql-core";
import type { TakenBack } from "@storehouse/domain";
import { moment, uuid } from "../columns.ts";
import { users } from "./people.ts";

/** Records that were put back to what they held in a copy of the factory, and what they held before: one undo puts that back. */
export const takeBacks = mysqlTable(
  "take_backs",
  {
    id: uuid("id").primaryKey(),
    /** The side copy, which is gone by and by, and the moment whose state it held. */
    copyId: uuid("copy_id").notNull(),
    copyAt: moment("copy_at").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    records: json("records").$type<readonly TakenBack[]>().notNull(),
    isUndone: int("is_undone").notNull().default(0),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [index("take_backs_created_ix").on(t.createdAt, t.id), index("take_backs_user_ix").on(t.userId)],
);
