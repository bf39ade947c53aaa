import { mysqlTable } from "drizzle-orm/mysql-core";
import { exactText } from "../columns.ts";

/** One row for each thing a plan counts: whoever makes one more holds it until the commit, so that two can't both be the last. */
export const countLocks = mysqlTable("count_locks", { counted: exactText("counted", { length: 16 }).primaryKey() });
