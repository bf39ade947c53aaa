import type { StoredComponent, VersionState } from "@storehouse/domain";
import { index, int, json, mysqlTable, primaryKey, uniqueIndex, varchar } from "drizzle-orm/mysql-core";
import { moment, quantity, uuid } from "../columns.ts";
import { variants } from "./catalogue.ts";
import { users } from "./people.ts";

/** What a variant is made of: one formula a variant, archived and never deleted. What it says stands in its versions. */
export const productFormulas = mysqlTable(
  "product_formulas",
  {
    id: uuid("id").primaryKey(),
    variantId: uuid("variant_id")
      .notNull()
      .references(() => variants.id),
    latestNumber: int("latest_number").notNull().default(1),
    version: int("version").notNull().default(1),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    archivedAt: moment("archived_at"),
  },
  (t) => [uniqueIndex("product_formulas_variant_uq").on(t.variantId)],
);

/** The versions of a formula. Only the state of one ever changes. */
export const formulaVersions = mysqlTable(
  "formula_versions",
  {
    id: uuid("id").primaryKey(),
    formulaId: uuid("formula_id")
      .notNull()
      .references(() => productFormulas.id),
    number: int("number").notNull(),
    state: varchar("state", { length: 10 }).$type<VersionState>().notNull(),
    /** The formula while this is its version in use, else null: the key lets a formula have one. */
    activeOf: uuid("active_of"),
    name: varchar("name", { length: 150 }),
    note: varchar("note", { length: 1000 }),
    outputQuantity: quantity("output_quantity").notNull(),
    components: json("components").$type<readonly StoredComponent[]>().notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("formula_versions_number_uq").on(t.formulaId, t.number),
    uniqueIndex("formula_versions_active_uq").on(t.activeOf),
  ],
);

/** Which versions a variant is a component of: an index of the documents, written with them. */
export const formulaUses = mysqlTable(
  "formula_uses",
  {
    variantId: uuid("variant_id")
      .notNull()
      .references(() => variants.id),
    versionId: uuid("version_id")
      .notNull()
      .references(() => formulaVersions.id),
  },
  (t) => [primaryKey({ columns: [t.variantId, t.versionId] }), index("formula_uses_version_ix").on(t.versionId)],
);

/** One row, held by whoever changes which formulas are in use: of two who would close a circle together, the second sees the first's. */
export const formulaGraph = mysqlTable("formula_graph", {
  id: int("id").primaryKey(),
  changes: int("changes").notNull().default(0),
});
