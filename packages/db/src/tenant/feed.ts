import { bigint, index, int, mysqlTable, text, varchar } from "drizzle-orm/mysql-core";
import { moment } from "../columns.ts";

/**
 * What changed, for screens that are open now. A transaction adds its row without a number; whoever reads first gives numbers to rows that are
 * committed, so that a number never appears below one that was read already. Kept for an hour or so.
 */
export const feed = mysqlTable(
  "feed",
  {
    id: bigint("id", { mode: "number" }).autoincrement().primaryKey(),
    number: bigint("number", { mode: "number" }),
    at: moment("at").notNull(),
    topic: varchar("topic", { length: 20 }).notNull(),
    /** Ids in JSON, read back whole. */
    detail: text("detail").notNull(),
  },
  (t) => [index("feed_number_ix").on(t.number)],
);

/** The last number given: one row, whose lock whoever numbers holds. */
export const feedState = mysqlTable("feed_state", {
  id: int("id").primaryKey(),
  number: bigint("number", { mode: "number" }).notNull(),
});
