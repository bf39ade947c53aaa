import type { ImportField } from "@storehouse/domain";
import { wordsOf } from "../../language/t.ts";

/** What a column of the sheet can stand for, in words. */
export const FIELD_WORDS: Readonly<Record<ImportField, string>> = wordsOf({
  code: "importing.code",
  name: "importing.name",
  description: "importing.description",
  category: "importing.category",
  subcategory: "importing.subcategory",
  sourceType: "importing.sourceType",
  unit: "importing.unit",
  packUnit: "importing.packUnit",
  packSize: "importing.packSize",
  barcode: "importing.barcode",
  minimumStock: "importing.minimumStock",
  price: "importing.price",
  cost: "importing.cost",
  supplier: "importing.supplier",
  location: "importing.location",
  quantity: "importing.quantity",
  sku: "importing.sku",
  variantName: "importing.variantName",
});

/** What would become of a row, in words. */
export const ACTION_WORDS = wordsOf({
  create: "importing.new",
  update: "importing.changed",
  unchanged: "importing.same",
  problem: "importing.problem",
  skip: "importing.leftOut",
});
/** What would become of a row, as it looks. */
export const ACTION_MEANINGS = {
  create: "fine",
  update: "progress",
  unchanged: undefined,
  problem: "problem",
  skip: undefined,
} as const;
