import { index, int, json, mysqlTable, primaryKey, uniqueIndex, varchar } from "drizzle-orm/mysql-core";
import type { ViewColumns, ViewList, ViewQuery } from "@storehouse/domain";
import { moment, uuid } from "../columns.ts";
import { users } from "./people.ts";

/** Lists as people want to find them again: theirs alone, or everybody's. Archived, never deleted. */
export const savedViews = mysqlTable(
  "saved_views",
  {
    id: uuid("id").primaryKey(),
    list: varchar("list", { length: 20 }).$type<ViewList>().notNull(),
    ownerId: uuid("owner_id")
      .notNull()
      .references(() => users.id),
    name: varchar("name", { length: 60 }).notNull(),
    /** The name while the view is there; null once it is archived, so that the name is free again. */
    takenName: varchar("taken_name", { length: 60 }),
    isShared: int("is_shared").notNull(),
    query: json("view_query").$type<ViewQuery>().notNull(),
    columns: json("view_columns").$type<ViewColumns>(),
    version: int("version").notNull().default(1),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    archivedAt: moment("archived_at"),
  },
  (t) => [
    uniqueIndex("saved_views_name_uq").on(t.ownerId, t.list, t.takenName),
    index("saved_views_list_ix").on(t.list, t.archivedAt, t.name, t.id),
  ],
);

/** Which view a person's list opens with. Without a row, the list as it is. */
export const defaultViews = mysqlTable(
  "default_views",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    list: varchar("list", { length: 20 }).$type<ViewList>().notNull(),
    viewId: uuid("view_id")
      .notNull()
      .references(() => savedViews.id),
  },
  (t) => [primaryKey({ columns: [t.userId, t.list] })],
);
