import { LOCATION_TYPE_WORDS } from "../features/location/words.ts";
import { SOURCE_TYPE_WORDS } from "../features/product/words.ts";
import { CATEGORY_WORDS } from "../features/subcategory/words.ts";

/** What the kinds of record are called. */
export const RECORD_WORDS: Readonly<Record<string, string>> = {
  posting: "booking",
  product: "product",
  variant: "variant",
  location: "place",
  subcategory: "subcategory",
  supplier: "supplier",
  unit: "unit",
  user: "person",
  role: "role",
  formula: "formula",
  apiKey: "API key",
  sample: "sample factory",
  session: "session",
  import: "import",
  factory: "factory",
  settings: "settings",
};

/** What the fields of records are called, wherever a change of one is told. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  attributes: "Attributes",
  barcodes: "Barcodes",
  baseUnitId: "Counted in",
  category: "Category",
  code: "Code",
  contact: "Contact person",
  cost: "Cost",
  created: "Products added",
  defaultLocationId: "Usually kept at",
  email: "E-mail",
  fileName: "File",
  fromLocationId: "From",
  isActive: "May sign in",
  isArchived: "Archived",
  locationIds: "Places",
  minimumStock: "Minimum",
  siteId: "Stands in",
  sku: "Code",
  sourceType: "Comes from",
  subcategoryId: "Subcategory",
  supplierId: "Supplier",
  taxNumber: "Tax number",
  toLocationId: "To",
  units: "Other units",
  updated: "Products changed",
  variantId: "Variant",
};

/** Fields whose values are words of a closed list, and what those are called. */
export const VALUE_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  category: CATEGORY_WORDS,
  sourceType: SOURCE_TYPE_WORDS,
  type: LOCATION_TYPE_WORDS,
};
