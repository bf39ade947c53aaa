import { int, json, mysqlTable, uniqueIndex, varchar } from "drizzle-orm/mysql-core";
import { moment, uuid } from "../columns.ts";

/** The factory's own roles, beside the built-in ones. Archived, never deleted. */
export const roles = mysqlTable(
  "roles",
  {
    id: uuid("id").primaryKey(),
    name: varchar("name", { length: 60 }).notNull(),
    description: varchar("description", { length: 200 }),
    /** What a role's holders may do, as noun.verb. */
    permissions: json("permissions").$type<string[]>().notNull(),
    version: int("version").notNull().default(1),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    archivedAt: moment("archived_at"),
  },
  (t) => [uniqueIndex("roles_name_uq").on(t.name)],
);
