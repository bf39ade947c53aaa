import { LANGUAGES } from "../user/language.ts";
import { columnTitle } from "./column-title.ts";
import type { ImportField } from "./import.ts";
import { readCategory } from "./read-word.ts";

// How sheets name these columns, after letters are lowered and signs dropped. Those our own export writes go before all of them.
const NAMES: Record<ImportField, readonly string[]> = {
  code: [
    "code",
    "item code",
    "part no",
    "part number",
    "part code",
    "product code",
    "item no",
    "item number",
    "item id",
    "material code",
    "article no",
    "article number",
    "drawing no",
    "stock code",
    "कोड",
  ],
  name: [
    "name",
    "item name",
    "product name",
    "part name",
    "item",
    "product",
    "material",
    "material name",
    "particulars",
    "title",
    "article",
    "नाम",
  ],
  description: [
    "description",
    "item description",
    "details",
    "specification",
    "spec",
    "remarks",
    "notes",
    "long description",
    "विवरण",
  ],
  category: [
    "category",
    "type",
    "item type",
    "product type",
    "kind",
    "class",
    "item category",
    "product category",
    "material type",
    "श्रेणी",
  ],
  subcategory: [
    "subcategory",
    "sub category",
    "group",
    "item group",
    "product group",
    "stock group",
    "family",
    "sub group",
    "subgroup",
  ],
  sourceType: [
    "source",
    "source type",
    "make or buy",
    "make buy",
    "made or bought",
    "procurement",
    "procurement type",
    "supply type",
  ],
  unit: ["unit", "uom", "base unit", "unit of measure", "units", "base uom", "stock unit", "measure", "इकाई"],
  packUnit: [
    "pack unit",
    "alternate unit",
    "alt unit",
    "alternate uom",
    "pack",
    "packing unit",
    "purchase unit",
    "box unit",
    "packing",
    "box",
    "carton",
  ],
  packSize: [
    "pack size",
    "pack qty",
    "pack quantity",
    "per pack",
    "units per pack",
    "conversion",
    "conversion factor",
    "pcs per box",
    "qty per box",
    "per box",
    "box qty",
    "box quantity",
    "box size",
    "units per box",
    "pieces per box",
    "qty per pack",
    "pcs per pack",
  ],
  barcode: ["barcode", "barcodes", "bar code", "ean", "ean13", "upc", "gtin", "ean code", "बारकोड"],
  minimumStock: [
    "minimum stock",
    "minimum",
    "min stock",
    "min",
    "min qty",
    "minimum qty",
    "minimum quantity",
    "reorder level",
    "reorder point",
    "re order level",
    "rol",
    "safety stock",
    "minimum level",
    "min level",
    "alert quantity",
  ],
  price: ["price", "selling price", "sale price", "sales price", "mrp", "list price", "unit price", "sp", "मूल्य"],
  cost: [
    "cost",
    "rate",
    "unit cost",
    "cost price",
    "purchase price",
    "purchase rate",
    "buying price",
    "cp",
    "standard cost",
    "avg cost",
    "average cost",
    "opening rate",
    "दर",
  ],
  supplier: [
    "supplier",
    "vendor",
    "supplier name",
    "vendor name",
    "party",
    "party name",
    "preferred supplier",
    "preferred vendor",
    "bought from",
    "manufacturer",
    "आपूर्तिकर्ता",
  ],
  location: [
    "location",
    "warehouse",
    "godown",
    "store",
    "store name",
    "bin",
    "rack",
    "place",
    "location name",
    "warehouse name",
    "godown name",
    "stock location",
    "default location",
    "गोदाम",
  ],
  quantity: [
    "quantity",
    "qty",
    "opening qty",
    "opening quantity",
    "opening stock",
    "stock",
    "on hand",
    "onhand",
    "qty on hand",
    "quantity on hand",
    "current stock",
    "closing stock",
    "closing qty",
    "balance",
    "balance qty",
    "stock qty",
    "in stock",
    "available qty",
    "opening balance",
    "opening",
    "मात्रा",
  ],
  sku: ["sku", "variant code", "variant sku", "sku code"],
  variantName: ["variant", "variant name", "option", "size", "colour", "color", "finish"],
};

const NAMED = (Object.entries(NAMES) as [ImportField, readonly string[]][]).map(([field, names]) => {
  const ours = LANGUAGES.map((language) => plain(columnTitle(field, language)));
  return [field, [...ours, ...names.map(plain)]] as const;
});
const FIELD_OF: ReadonlyMap<string, ImportField> = new Map(
  NAMED.flatMap(([field, names]) => names.map((name) => [name, field] as const)),
);
const RANK: ReadonlyMap<string, number> = new Map(
  NAMED.flatMap(([, names]) => names.map((name, at) => [name, Math.max(0, at + 1 - LANGUAGES.length)] as const)),
);
const HEADER_WITHIN = 20;

/** The field that each column of a header stands for, by its name; each field at most once, the plainest name first. */
export function matchColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[] = [],
): (ImportField | null)[] {
  const columns: (ImportField | null)[] = header.map(() => null);
  const wishes = header
    .map((title, column) => ({ column, name: plain(title) }))
    .flatMap(({ column, name }) => {
      const field = FIELD_OF.get(name);
      return field === undefined ? [] : [{ column, field, rank: RANK.get(name) ?? 0 }];
    })
    .toSorted((a, b) => a.rank - b.rank || a.column - b.column);
  const taken = new Set<ImportField>();
  for (const { column, field } of wishes) {
    if (taken.has(field)) continue;
    taken.add(field);
    columns[column] = field;
  }
  // Without a column of codes, what is called SKU is the code; without a name, the description is the name.
  moveWhenMissing(columns, "sku", "code");
  moveWhenMissing(columns, "description", "name");
  return withWholePacks(withGroupsApart(columns, rows), rows);
}

/** Which of the first rows holds the titles: the first with two known names, else the first row. */
export function findHeader(rows: readonly (readonly string[])[]): number {
  const found = rows
    .slice(0, HEADER_WITHIN)
    .findIndex((row) => row.filter((cell) => FIELD_OF.has(plain(cell))).length >= 2);
  return Math.max(found, 0);
}

function plain(title: string): string {
  return title
    .slice(0, 100)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\(.*?\)|\[.*?\]/g, " ")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

function moveWhenMissing(columns: (ImportField | null)[], from: ImportField, to: ImportField): void {
  if (columns.includes(to)) return;
  const at = columns.indexOf(from);
  if (at >= 0) columns[at] = to;
}

/** A column called Category whose words are no category is what we call a subcategory. */
function withGroupsApart(
  columns: (ImportField | null)[],
  rows: readonly (readonly string[])[],
): (ImportField | null)[] {
  const at = columns.indexOf("category");
  if (at < 0 || columns.includes("subcategory")) return columns;
  const words = rows.map((row) => row[at] ?? "").filter((cell) => cell.trim() !== "");
  const known = words.filter((word) => readCategory(word) !== undefined).length;
  return words.length > 0 && known * 2 < words.length ? columns.with(at, "subcategory") : columns;
}

/** A pack is its unit and its size: one without the other says nothing that can be taken in, nor does a unit that is a number. */
function withWholePacks(columns: (ImportField | null)[], rows: readonly (readonly string[])[]): (ImportField | null)[] {
  const at = columns.indexOf("packUnit");
  const words = rows.map((row) => row[at] ?? "").filter((cell) => cell.trim() !== "");
  const isCount = at >= 0 && words.length > 0 && words.every((word) => /^\s*[\d.,]+\s*$/.test(word));
  const isWhole = at >= 0 && columns.includes("packSize") && !isCount;
  return isWhole ? columns : columns.map((field) => (field === "packUnit" || field === "packSize" ? null : field));
}
