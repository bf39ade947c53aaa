import { ImportPlan, matchColumns } from "@storehouse/domain";
import { attributesKey } from "../../product/attributes-key.ts";
import { readDelimited } from "../read/read-delimited.ts";
import { shapeSheet } from "../read/shape-sheet.ts";
import type { Catalogue, KnownProduct, KnownVariant } from "./catalogue.ts";
import { planImport, type PlannedImport } from "./plan-import.ts";

/** A named record. */
export const named = (id: string, name: string, isArchived = false) => ({ id, name, isArchived });
const UNITS = [
  { id: "u-pcs", code: "pcs", decimals: 0 },
  { id: "u-kg", code: "kg", decimals: 3 },
  { id: "u-box", code: "box", decimals: 0 },
];

/** A variant of the product FAN, unless told otherwise. */
export function variant(sku: string, more: Partial<KnownVariant> = {}): KnownVariant {
  return {
    id: `v-${sku}`,
    productId: "p-FAN",
    sku,
    name: null,
    minimumStock: null,
    attributesKey: attributesKey({}, `v-${sku}`),
    isDefault: true,
    isArchived: false,
    version: 1,
    ...more,
  };
}

/** A product with one hidden variant. */
export function product(
  code: string,
  more: Partial<KnownProduct> = {},
  fields: Partial<KnownProduct["fields"]> = {},
): KnownProduct {
  return {
    id: `p-${code}`,
    version: 1,
    isArchived: false,
    packs: [],
    variants: [variant(code, { productId: `p-${code}` })],
    fields: {
      code,
      name: "Fan",
      description: null,
      category: "finished",
      sourceType: "manufacturing",
      baseUnitId: "u-pcs",
      subcategoryId: null,
      supplierId: null,
      defaultLocationId: "l-main",
      price: null,
      cost: "100",
      ...fields,
    },
    ...more,
  };
}

/** A factory with these products, one open place, one supplier and one group. */
export function catalogueOf(products: readonly KnownProduct[] = [], more: Partial<Catalogue> = {}): Catalogue {
  const variants = products.flatMap((one) => one.variants.map((own) => ({ own, code: one.fields.code })));
  return {
    units: UNITS,
    locations: new Map([
      ["main store", named("l-main", "Main store")],
      ["old shed", named("l-old", "Old shed", true)],
    ]),
    suppliers: new Map([["om fasteners", named("s-om", "Om Fasteners")]]),
    subcategories: new Map([["raw\nsteel", named("g-steel", "Steel")]]),
    products: new Map(products.map((one) => [one.fields.code, one])),
    skus: new Map(variants.map(({ own, code }) => [own.sku, { variantId: own.id, productId: own.productId, code }])),
    barcodes: new Map(),
    places: new Map(),
    ...more,
  };
}

type Wish = Partial<Pick<ImportPlan, "corrections" | "skippedRows" | "makeMissing" | "updateExisting">>;

/** Plans pasted text against a factory, the columns matched by their titles. */
export function planText(text: string, catalogue: Catalogue = catalogueOf(), wish: Wish = {}): Promise<PlannedImport> {
  const sheet = shapeSheet(readDelimited(text));
  const id = "0190a0a0-0000-7000-8000-000000000000";
  const plan = ImportPlan.parse({ id, columns: matchColumns(sheet.header, sheet.rows), ...wish });
  let made = 0;
  return planImport({ sheet, plan, catalogue, newId: () => `n-${(made += 1)}` });
}

/** The problems' fields and codes. */
export const codesOf = ({ problems }: Pick<PlannedImport, "problems">): string[] =>
  problems.map(({ code, field }) => `${field}: ${code}`);
