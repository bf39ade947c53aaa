import { sql } from "drizzle-orm";
import { check, index, int, mysqlTable, primaryKey, uniqueIndex, varchar } from "drizzle-orm/mysql-core";
import type { EntryType } from "@storehouse/domain";
import { exactText, moment, money, quantity, uuid } from "../columns.ts";
import { locations, variants } from "./catalogue.ts";
import { users } from "./people.ts";

/**
 * One submission to the ledger, whatever its number of lines: the row that makes sending it twice post it once.
 * Append only, like the entries: the factory's own database user may not change it.
 */
export const postings = mysqlTable(
  "postings",
  {
    id: uuid("id").primaryKey(),
    clientId: uuid("client_id").notNull(),
    /** SHA-256 of the request: the same client id with another request is refused. */
    requestHash: exactText("request_hash", { length: 64 }).notNull(),
    kind: varchar("kind", { length: 20 }).notNull(),
    referenceType: varchar("reference_type", { length: 40 }),
    referenceId: uuid("reference_id"),
    reference: varchar("reference", { length: 100 }),
    note: varchar("note", { length: 1000 }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    occurredAt: moment("occurred_at").notNull(),
    writtenAt: moment("written_at").notNull(),
  },
  (t) => [
    uniqueIndex("postings_client_uq").on(t.clientId),
    index("postings_reference_ix").on(t.reference),
    index("postings_document_ix").on(t.referenceType, t.referenceId),
  ],
);

/** The stock ledger. An entry is never changed or removed; what was wrong is reversed. */
export const inventoryEntries = mysqlTable(
  "inventory_entries",
  {
    id: uuid("id").primaryKey(),
    postingId: uuid("posting_id")
      .notNull()
      .references(() => postings.id),
    lineNumber: int("line_number").notNull(),
    variantId: uuid("variant_id")
      .notNull()
      .references(() => variants.id),
    locationId: uuid("location_id")
      .notNull()
      .references(() => locations.id),
    lotId: uuid("lot_id").notNull(),
    type: varchar("type", { length: 20 }).$type<EntryType>().notNull(),
    /** Signed, in the base unit. */
    quantity: quantity("quantity").notNull(),
    unitCost: money("unit_cost"),
    /** What the entry added to the stock's value, signed: the sum over a variant is its stock value, to the last digit. */
    value: money("value").notNull(),
    currency: exactText("currency", { length: 3 }).notNull(),
    /** On hand of the variant at the place and lot right after this entry; each entry's is the one before plus its quantity. */
    balance: quantity("balance").notNull(),
    /** Numbers the entries of a variant in the order they took effect. */
    sequence: int("sequence").notNull(),
    reversesId: uuid("reverses_id"),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    occurredAt: moment("occurred_at").notNull(),
    writtenAt: moment("written_at").notNull(),
  },
  (t) => [
    uniqueIndex("inventory_entries_reverses_uq").on(t.reversesId),
    uniqueIndex("inventory_entries_sequence_uq").on(t.variantId, t.sequence),
    index("inventory_entries_posting_ix").on(t.postingId, t.lineNumber),
    index("inventory_entries_at_ix").on(t.occurredAt, t.id),
    index("inventory_entries_variant_ix").on(t.variantId, t.occurredAt, t.id),
    index("inventory_entries_location_ix").on(t.locationId, t.occurredAt, t.id),
    // Sorted like the others; what the dashboard sums is in it too.
    index("inventory_entries_type_ix").on(t.type, t.occurredAt, t.id, t.variantId, t.quantity, t.locationId),
    // Holds all that a sum of the past asks for: stock and value as at a date read no row of the ledger.
    index("inventory_entries_stock_ix").on(t.variantId, t.locationId, t.occurredAt, t.quantity, t.value),
    index("inventory_entries_user_ix").on(t.userId, t.occurredAt, t.id),
    check("inventory_entries_not_zero", sql`quantity <> 0`),
  ],
);

/** What is left of a variant over all places and what it cost: locked first by every posting, in the order of the ids. */
export const variantStock = mysqlTable(
  "variant_stock",
  {
    variantId: uuid("variant_id")
      .primaryKey()
      .references(() => variants.id),
    productId: uuid("product_id").notNull(),
    onHand: quantity("on_hand").notNull().default("0"),
    reserved: quantity("reserved").notNull().default("0"),
    value: money("value").notNull().default("0"),
    sequence: int("sequence").notNull().default(0),
    /** 1 while on hand is at or below the variant's minimum: kept by whoever changes either. */
    isLow: int("is_low").notNull().default(0),
  },
  (t) => [
    index("variant_stock_product_ix").on(t.productId),
    index("variant_stock_low_ix").on(t.isLow, t.productId),
    index("variant_stock_on_hand_ix").on(t.onHand, t.productId),
    check("variant_stock_not_negative", sql`on_hand >= 0 and reserved >= 0 and reserved <= on_hand and value >= 0`),
  ],
);

/** What is left of a variant at a place, by lot. */
export const stockLevels = mysqlTable(
  "stock_levels",
  {
    variantId: uuid("variant_id")
      .notNull()
      .references(() => variants.id),
    locationId: uuid("location_id")
      .notNull()
      .references(() => locations.id),
    lotId: uuid("lot_id").notNull(),
    onHand: quantity("on_hand").notNull().default("0"),
    reserved: quantity("reserved").notNull().default("0"),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.variantId, t.locationId, t.lotId] }),
    index("stock_levels_location_ix").on(t.locationId, t.variantId),
    index("stock_levels_on_hand_ix").on(t.onHand, t.variantId),
    index("stock_levels_at_ix").on(t.locationId, t.onHand, t.variantId),
    check("stock_levels_not_negative", sql`on_hand >= 0 and reserved >= 0 and reserved <= on_hand`),
  ],
);
