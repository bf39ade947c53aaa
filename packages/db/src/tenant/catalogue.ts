import { index, int, json, mysqlTable, primaryKey, uniqueIndex, varchar } from "drizzle-orm/mysql-core";
import type { Category, Dimension, LocationType, SourceType } from "@storehouse/domain";
import { exactText, moment, money, quantity, uuid } from "../columns.ts";

const stamps = {
  version: int("version").notNull().default(1),
  createdAt: moment("created_at").notNull(),
  updatedAt: moment("updated_at").notNull(),
  archivedAt: moment("archived_at"),
};

/** Places stock can be. */
export const locations = mysqlTable(
  "locations",
  {
    id: uuid("id").primaryKey(),
    name: varchar("name", { length: 100 }).notNull(),
    type: varchar("type", { length: 20 }).$type<LocationType>().notNull(),
    siteId: uuid("site_id"),
    ...stamps,
  },
  (t) => [uniqueIndex("locations_name_uq").on(t.name), index("locations_site_ix").on(t.siteId)],
);

/** Named groups under a category. */
export const subcategories = mysqlTable(
  "subcategories",
  {
    id: uuid("id").primaryKey(),
    category: varchar("category", { length: 20 }).$type<Category>().notNull(),
    name: varchar("name", { length: 100 }).notNull(),
    ...stamps,
  },
  (t) => [uniqueIndex("subcategories_name_uq").on(t.category, t.name)],
);

/** Who goods are bought from. */
export const suppliers = mysqlTable(
  "suppliers",
  {
    id: uuid("id").primaryKey(),
    name: varchar("name", { length: 150 }).notNull(),
    contact: varchar("contact", { length: 100 }),
    phone: varchar("phone", { length: 40 }),
    email: varchar("email", { length: 254 }),
    address: varchar("address", { length: 500 }),
    taxNumber: varchar("tax_number", { length: 40 }),
    ...stamps,
  },
  (t) => [uniqueIndex("suppliers_name_uq").on(t.name)],
);

/** Units quantities are counted in. */
export const units = mysqlTable(
  "units",
  {
    id: uuid("id").primaryKey(),
    code: exactText("code", { length: 12 }).notNull(),
    name: varchar("name", { length: 60 }).notNull(),
    dimension: varchar("dimension", { length: 12 }).$type<Dimension>().notNull(),
    decimals: int("decimals").notNull(),
  },
  (t) => [uniqueIndex("units_code_uq").on(t.code)],
);

/** What is kept. Archived, never deleted. */
export const products = mysqlTable(
  "products",
  {
    id: uuid("id").primaryKey(),
    code: exactText("code", { length: 64 }).notNull(),
    name: varchar("name", { length: 200 }).notNull(),
    description: varchar("description", { length: 2000 }),
    category: varchar("category", { length: 20 }).$type<Category>().notNull(),
    sourceType: varchar("source_type", { length: 20 }).$type<SourceType>().notNull(),
    baseUnitId: uuid("base_unit_id")
      .notNull()
      .references(() => units.id),
    subcategoryId: uuid("subcategory_id").references(() => subcategories.id),
    supplierId: uuid("supplier_id").references(() => suppliers.id),
    defaultLocationId: uuid("default_location_id").references(() => locations.id),
    price: money("price"),
    cost: money("cost"),
    /** Set when the first variant stops being hidden: from then on the product shows its variants. */
    variantCount: int("variant_count").notNull().default(1),
    ...stamps,
    /** 0 while in use: lists of what is in use are one range of an index. */
    isArchived: int("is_archived").notNull().default(0),
  },
  (t) => [
    uniqueIndex("products_code_uq").on(t.code),
    // These two carry both texts, so that a search reads the index alone.
    index("products_list_code_ix").on(t.isArchived, t.code, t.name),
    index("products_list_name_ix").on(t.isArchived, t.name, t.id, t.code),
    // The past counts archived products in.
    index("products_name_ix").on(t.name, t.id),
    index("products_list_updated_ix").on(t.isArchived, t.updatedAt, t.id),
    index("products_list_price_ix").on(t.isArchived, t.price, t.id),
    // The same orders within a category.
    index("products_in_code_ix").on(t.isArchived, t.category, t.code),
    index("products_in_name_ix").on(t.isArchived, t.category, t.name, t.id),
    index("products_in_updated_ix").on(t.isArchived, t.category, t.updatedAt, t.id),
    index("products_in_price_ix").on(t.isArchived, t.category, t.price, t.id),
    index("products_variants_ix").on(t.isArchived, t.variantCount),
    index("products_category_ix").on(t.isArchived, t.category, t.subcategoryId, t.code),
    index("products_supplier_ix").on(t.supplierId, t.code),
    index("products_location_ix").on(t.defaultLocationId, t.code),
  ],
);

/** A product's other units: one of `unit` is numerator/denominator base units. */
export const productUnits = mysqlTable(
  "product_units",
  {
    productId: uuid("product_id")
      .notNull()
      .references(() => products.id),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    numerator: int("numerator").notNull(),
    denominator: int("denominator").notNull(),
  },
  (t) => [primaryKey({ columns: [t.productId, t.unitId] })],
);

/** What is booked: a product's SKUs. A product with one variant keeps it hidden. */
export const variants = mysqlTable(
  "variants",
  {
    id: uuid("id").primaryKey(),
    productId: uuid("product_id")
      .notNull()
      .references(() => products.id),
    sku: exactText("sku", { length: 64 }).notNull(),
    name: varchar("name", { length: 100 }),
    attributes: json("attributes").$type<Record<string, string>>(),
    /** SHA-256 of the sorted attributes: one variant of a product for each combination. */
    attributesKey: exactText("attributes_key", { length: 64 }).notNull(),
    minimumStock: quantity("minimum_stock"),
    maximumStock: quantity("maximum_stock"),
    isDefault: int("is_default").notNull().default(0),
    ...stamps,
  },
  (t) => [
    uniqueIndex("variants_sku_uq").on(t.sku),
    uniqueIndex("variants_attributes_uq").on(t.productId, t.attributesKey),
  ],
);

/** The codes a scanner reads, each naming one variant. */
export const barcodes = mysqlTable(
  "barcodes",
  {
    code: exactText("code", { length: 64 }).primaryKey(),
    variantId: uuid("variant_id")
      .notNull()
      .references(() => variants.id),
  },
  (t) => [index("barcodes_variant_ix").on(t.variantId)],
);
