import type { DateFormat, MakeFrom, MinimumRule, NumberFormat } from "@storehouse/domain";
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
  numberFormat: varchar("number_format", { length: 12 }).$type<NumberFormat>().notNull().default("lakh"),
  dateFormat: varchar("date_format", { length: 12 }).$type<DateFormat>().notNull().default("words"),
  minimumRule: varchar("minimum_rule", { length: 12 }).$type<MinimumRule>().notNull().default("atOrBelow"),
  /** The last day that is closed, as 2026-03-31; every posting reads it under a shared lock. */
  closedThrough: exactText("closed_through", { length: 10 }),
  makeFrom: varchar("make_from", { length: 12 }).$type<MakeFrom>().notNull().default("chosen"),
  version: int("version").notNull().default(1),
});

/** Which migration steps have run here. */
export const schemaMigrations = mysqlTable("schema_migrations", {
  id: varchar("id", { length: 120 }).primaryKey(),
  checksum: exactText("checksum", { length: 64 }).notNull(),
  appliedAt: moment("applied_at").notNull(),
});
