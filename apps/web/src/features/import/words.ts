import type { ImportField } from "@storehouse/domain";

/** What a column of the sheet can stand for, in words. */
export const FIELD_WORDS = {
  code: "Code",
  name: "Name",
  description: "Description",
  category: "Category",
  subcategory: "Subcategory",
  sourceType: "Made or bought",
  unit: "Unit",
  packUnit: "Pack unit",
  packSize: "Units in a pack",
  barcode: "Barcode",
  minimumStock: "Minimum",
  price: "Price",
  cost: "Cost of one",
  supplier: "Supplier",
  location: "Place",
  quantity: "Quantity on hand",
  sku: "Variant code",
  variantName: "Variant name",
} as const satisfies Record<ImportField, string>;

/** What would become of a row, in words. */
export const ACTION_WORDS = {
  create: { meaning: "fine", word: "New" },
  update: { meaning: "progress", word: "Changed" },
  unchanged: { meaning: undefined, word: "Same" },
  problem: { meaning: "problem", word: "Problem" },
  skip: { meaning: undefined, word: "Left out" },
} as const;
