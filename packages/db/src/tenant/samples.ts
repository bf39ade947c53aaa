import { index, int, mysqlTable, uniqueIndex, varchar } from "drizzle-orm/mysql-core";
import { moment, uuid } from "../columns.ts";
import { users } from "./people.ts";

/** Sample factories that were loaded to look around, and what became of them. */
export const samples = mysqlTable(
  "samples",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    /** 1 while the sample is there, null once it was removed: its key lets in one at a time. */
    slot: int("slot"),
    productCount: int("product_count").notNull(),
    entryCount: int("entry_count").notNull(),
    /** How many products were archived by the removal, and how many were kept. */
    removedCount: int("removed_count").notNull().default(0),
    keptCount: int("kept_count").notNull().default(0),
    loadedAt: moment("loaded_at").notNull(),
    removedAt: moment("removed_at"),
  },
  (t) => [uniqueIndex("samples_slot_uq").on(t.slot)],
);

/** Which records are a sample's: what people keep of it is taken off this list. */
export const sampleRecords = mysqlTable(
  "sample_records",
  {
    recordId: uuid("record_id").primaryKey(),
    sampleId: uuid("sample_id")
      .notNull()
      .references(() => samples.id),
    entity: varchar("entity", { length: 20 })
      .$type<"product" | "variant" | "location" | "supplier" | "subcategory">()
      .notNull(),
  },
  (t) => [index("sample_records_sample_ix").on(t.sampleId, t.entity)],
);
