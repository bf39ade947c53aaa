import { bigint, index, int, mysqlTable, primaryKey, varchar } from "drizzle-orm/mysql-core";
import { exactText, moment, uuid } from "../columns.ts";

/** How many calls of a factory were answered in five minutes, and how long they took: what all web processes counted, added up. */
export const factoryCalls = mysqlTable(
  "factory_calls",
  {
    factoryId: uuid("factory_id").notNull(),
    slotAt: moment("slot_at").notNull(),
    calls: int("calls").notNull(),
    failed: int("failed").notNull(),
    /** By duration: one count for each of the steps that the domain names, and one for what took longer. */
    step0: int("step_0").notNull(),
    step1: int("step_1").notNull(),
    step2: int("step_2").notNull(),
    step3: int("step_3").notNull(),
    step4: int("step_4").notNull(),
    step5: int("step_5").notNull(),
    step6: int("step_6").notNull(),
    step7: int("step_7").notNull(),
    step8: int("step_8").notNull(),
    step9: int("step_9").notNull(),
  },
  (t) => [primaryKey({ columns: [t.factoryId, t.slotAt] }), index("factory_calls_slot_ix").on(t.slotAt)],
);

/** What is known of a factory without looking at what it keeps. */
export const factoryFigures = mysqlTable(
  "factory_figures",
  {
    factoryId: uuid("factory_id").primaryKey(),
    sizeBytes: bigint("size_bytes", { mode: "number" }),
    measuredAt: moment("measured_at"),
    lastActiveAt: moment("last_active_at"),
  },
  (t) => [
    index("factory_figures_size_ix").on(t.sizeBytes, t.factoryId),
    index("factory_figures_active_ix").on(t.lastActiveAt, t.factoryId),
  ],
);

/** What an operator decides for the whole installation, by name. */
export const platformSettings = mysqlTable("platform_settings", {
  name: exactText("name", { length: 40 }).primaryKey(),
  value: varchar("value", { length: 200 }).notNull(),
  updatedAt: moment("updated_at").notNull(),
});
