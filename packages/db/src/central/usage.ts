import { bigint, int, mysqlTable, primaryKey } from "drizzle-orm/mysql-core";
import { exactText, moment, uuid } from "../columns.ts";

/** How much each factory was used on each of its days. Measured from the factory's own tables, so that it can be measured again. */
export const usageDays = mysqlTable(
  "usage_days",
  {
    factoryId: uuid("factory_id").notNull(),
    /** By the factory's own clocks, as 2026-03-31. */
    day: exactText("day", { length: 10 }).notNull(),
    logins: int("logins").notNull(),
    people: int("people").notNull(),
    writes: int("writes").notNull(),
    entries: int("entries").notNull(),
    databaseBytes: bigint("database_bytes", { mode: "number" }),
    measuredAt: moment("measured_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.factoryId, t.day] })],
);
