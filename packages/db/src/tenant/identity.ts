import { int, mysqlTable, varchar } from "drizzle-orm/mysql-core";
import { exactText, moment, uuid } from "../columns.ts";

/** Whose database this is: one row, asked on each new pool, so that a wrong address in the registry can't open a stranger's data. */
export const identity = mysqlTable("identity", {
  factoryId: uuid("factory_id").primaryKey(),
  createdAt: moment("created_at").notNull(),
});

/** The factory's own settings: one row. */
export const settings = mysqlTable("settings", {
  id: int("id").primaryKey(),
  currency: exactText("currency", { length: 3 }).notNull().default("INR"),
  timeZone: varchar("time_zone", { length: 64 }).notNull().default("UTC"),
  version: int("version").notNull().default(1),
});

/** Which migration steps have run here. */
export const schemaMigrations = mysqlTable("schema_migrations", {
  id: varchar("id", { length: 120 }).primaryKey(),
  checksum: exactText("checksum", { length: 64 }).notNull(),
  appliedAt: moment("applied_at").notNull(),
});
