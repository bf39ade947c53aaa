import { int, json, mysqlTable } from "drizzle-orm/mysql-core";
import { exactText } from "../columns.ts";

/** What factories may have, by the code of their plan; null is no limit. Setup writes the plans it knows, and leaves those there alone. */
export const plans = mysqlTable("plans", {
  code: exactText("code", { length: 32 }).primaryKey(),
  maxUsers: int("max_users"),
  maxProducts: int("max_products"),
  maxLocations: int("max_locations"),
  maxStorageMb: int("max_storage_mb"),
  modules: json("modules").$type<unknown>().notNull(),
});
