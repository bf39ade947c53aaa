import type { FormulaRow, LocationRow, ProductRow, SubcategoryRow, SupplierRow, UnitRow } from "@storehouse/domain";
import { type Columns, moment, number, quantity, text } from "./column.ts";
import { isNothing, nameOf, useOf } from "./words.ts";

/** What is kept. */
export const PRODUCT_COLUMNS: Columns<ProductRow> = {
  code: text((row) => row.code),
  name: text((row) => row.name),
  category: text((row, say) => say(`category.${row.category}`)),
  subcategory: text((row) => row.subcategoryName),
  onHand: quantity((row) => row.onHand),
  available: quantity((row) => row.available),
  minimum: quantity((row) => row.minimumStock),
  state: text((row, say) => {
    if (row.isArchived) return say("file.archived");
    if (isNothing(row.onHand)) return say("file.out");
    return say(row.isLow ? "file.low" : "file.fine");
  }),
  price: number((row) => row.price),
  cost: number((row) => row.cost),
  value: number((row) => row.value),
  supplier: text((row) => row.supplierName),
  place: text((row) => row.defaultLocationName),
  source: text((row, say) => say(`sourceType.${row.sourceType}`)),
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
  type: text((row, say) => say(`locationType.${row.type}`)),
  site: text((row) => row.siteName),
  state: text(useOf),
};

export const SUBCATEGORY_COLUMNS: Columns<SubcategoryRow> = {
  name: text((row) => row.name),
  category: text((row, say) => say(`category.${row.category}`)),
  state: text(useOf),
};

export const UNIT_COLUMNS: Columns<UnitRow> = {
  name: text((row) => row.name),
  code: text((row) => row.code),
  dimension: text((row, say) => say(`dimension.${row.dimension}`)),
  decimals: number((row) => row.decimals),
};

/** What products are made of. */
export const FORMULA_COLUMNS: Columns<FormulaRow> = {
  sku: text((row) => row.sku),
  name: text(nameOf),
  state: text(({ activeNumber: version }, say) =>
    version === null ? say("file.nothingInUse") : say("file.versionInUse", { version }),
  ),
  components: number((row) => row.componentCount),
  usedIn: number((row) => row.usedInCount),
  cost: number((row) => row.unitCost),
};
