import type { FormulaRow, LocationRow, ProductRow, SubcategoryRow, SupplierRow, UnitRow } from "@storehouse/domain";
import { type Columns, moment, number, quantity, text } from "./column.ts";
import { CATEGORIES, DIMENSIONS, isNothing, LOCATION_TYPES, nameOf, SOURCE_TYPES, useOf } from "./words.ts";

/** What is kept. */
export const PRODUCT_COLUMNS: Columns<ProductRow> = {
  code: text((row) => row.code),
  name: text((row) => row.name),
  category: text((row) => CATEGORIES[row.category]),
  subcategory: text((row) => row.subcategoryName),
  onHand: quantity((row) => row.onHand),
  available: quantity((row) => row.available),
  minimum: quantity((row) => row.minimumStock),
  state: text((row) => {
    if (row.isArchived) return "Archived";
    if (isNothing(row.onHand)) return "Out";
    return row.isLow ? "Low" : "Fine";
  }),
  price: number((row) => row.price),
  cost: number((row) => row.cost),
  value: number((row) => row.value),
  supplier: text((row) => row.supplierName),
  place: text((row) => row.defaultLocationName),
  source: text((row) => SOURCE_TYPES[row.sourceType]),
  updated: moment((row) => row.updatedAt),
};

export const SUPPLIER_COLUMNS: Columns<SupplierRow> = {
  name: text((row) => row.name),
  contact: text((row) => row.contact),
  phone: text((row) => row.phone),
  email: text((row) => row.email),
  address: text((row) => row.address),
  taxNumber: text((row) => row.taxNumber),
  state: text(useOf),
};

export const LOCATION_COLUMNS: Columns<LocationRow> = {
  name: text((row) => row.name),
  type: text((row) => LOCATION_TYPES[row.type]),
  site: text((row) => row.siteName),
  state: text(useOf),
};

export const SUBCATEGORY_COLUMNS: Columns<SubcategoryRow> = {
  name: text((row) => row.name),
  category: text((row) => CATEGORIES[row.category]),
  state: text(useOf),
};

export const UNIT_COLUMNS: Columns<UnitRow> = {
  name: text((row) => row.name),
  code: text((row) => row.code),
  dimension: text((row) => DIMENSIONS[row.dimension]),
  decimals: number((row) => row.decimals),
};

/** What products are made of. */
export const FORMULA_COLUMNS: Columns<FormulaRow> = {
  sku: text((row) => row.sku),
  name: text(nameOf),
  state: text((row) => (row.activeNumber === null ? "Nothing in use" : `Version ${row.activeNumber} in use`)),
  components: number((row) => row.componentCount),
  usedIn: number((row) => row.usedInCount),
  cost: number((row) => row.unitCost),
};
