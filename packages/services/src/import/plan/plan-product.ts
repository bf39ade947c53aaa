import { type Category, type ImportField, toScaled } from "@storehouse/domain";
import type { KnownProduct, KnownUnit, Pack, ProductFields } from "./catalogue.ts";
import { agreed, type Draft, report, rowSaying, type SheetRow } from "./draft.ts";
import { findKnownUnit, findLocation, findSubcategory, findSupplier, findUnit } from "./references.ts";

/** A product as the rest of its rows need it: its fields, the unit it is kept in, and its packs. */
export type DraftProduct = Readonly<{
  id: string;
  fields: ProductFields;
  before: KnownProduct | undefined;
  baseUnit: KnownUnit;
  packs: readonly Pack[];
}>;

const PACK_DIGITS = 6;
const DEFAULT_UNIT = "pcs";
const DEFAULT_CATEGORY: Category = "raw";

/** What a group of rows says of its product: a new one in full, or the one there is with what the rows change. A blank cell changes nothing. */
export function planProduct(draft: Draft, code: string, rows: readonly [SheetRow, ...SheetRow[]]): DraftProduct {
  const before = draft.catalogue.products.get(code);
  const [first] = rows;
  if (before?.isArchived && draft.choices.updateExisting) report(draft, first, "code", "RETURNS");
  else if (before?.isArchived) report(draft, first, "code", "ARCHIVED", code);
  const said = fieldsSaid(draft, rows, before);
  if (before === undefined && said.name === undefined && !isRefused(rows, "name"))
    report(draft, rowSaying(rows, "name") ?? first, "name", "REQUIRED");
  const baseUnit = findBaseUnit(draft, rows, before);
  const fields: ProductFields = {
    code,
    name: said.name ?? before?.fields.name ?? "",
    description: said.description ?? before?.fields.description ?? null,
    category: said.category,
    sourceType: said.sourceType ?? before?.fields.sourceType ?? usualSource(said.category),
    baseUnitId: baseUnit.id,
    subcategoryId: said.subcategoryId ?? before?.fields.subcategoryId ?? null,
    supplierId: said.supplierId ?? before?.fields.supplierId ?? null,
    defaultLocationId: before === undefined ? said.locationId : before.fields.defaultLocationId,
    price: said.price ?? before?.fields.price ?? null,
    cost: said.cost ?? before?.fields.cost ?? null,
  };
  return { id: before?.id ?? draft.newId(), fields, before, baseUnit, packs: findPacks(draft, rows, before, baseUnit) };
}

function fieldsSaid(draft: Draft, rows: readonly SheetRow[], before: KnownProduct | undefined) {
  const category = agreed(draft, rows, "category") ?? before?.fields.category ?? assumedCategory(draft, rows);
  const subcategory = agreed(draft, rows, "subcategory");
  const supplier = agreed(draft, rows, "supplier");
  // Where a product is kept is said once, when it is made: from then on rows name places of its stock.
  const place = before === undefined ? rowSaying(rows, "location") : undefined;
  return {
    category,
    name: agreed(draft, rows, "name"),
    description: agreed(draft, rows, "description"),
    sourceType: agreed(draft, rows, "sourceType"),
    price: agreed(draft, rows, "price"),
    cost: agreed(draft, rows, "cost"),
    subcategoryId: withRow(
      rowSaying(rows, "subcategory"),
      (row) => subcategory && findSubcategory(draft, row, category, subcategory, before?.fields.subcategoryId),
    ),
    supplierId: withRow(
      rowSaying(rows, "supplier"),
      (row) => supplier && findSupplier(draft, row, supplier, before?.fields.supplierId),
    ),
    locationId: withRow(place, (row) => row.values.location && findLocation(draft, row, row.values.location)) ?? null,
  };
}

const withRow = <T>(row: SheetRow | undefined, find: (row: SheetRow) => T | "" | undefined): T | undefined => {
  const found = row === undefined ? undefined : find(row);
  return found === "" ? undefined : found;
};

/** Said only where there is a column for it: a sheet without one means what is usual. */
function assumedCategory(draft: Draft, rows: readonly SheetRow[]): Category {
  const [first] = rows;
  if (first !== undefined && draft.columns.has("category") && !isRefused(rows, "category")) {
    report(draft, first, "category", "CATEGORY_ASSUMED", DEFAULT_CATEGORY);
  }
  return DEFAULT_CATEGORY;
}

const isRefused = (rows: readonly SheetRow[], field: ImportField): boolean =>
  rows.some(({ refused }) => refused.has(field));

const usualSource = (category: Category) =>
  category === "raw" || category === "consumable" ? "trading" : "manufacturing";

/** The unit a product is kept in: its own, the one the rows name, the one behind the first quantity, or pieces. */
function findBaseUnit(draft: Draft, rows: readonly SheetRow[], before: KnownProduct | undefined): KnownUnit {
  const kept = draft.catalogue.units.find(({ id }) => id === before?.fields.baseUnitId);
  const row = rowSaying(rows, "unit");
  const word = row?.values.unit;
  if (kept !== undefined) {
    if (row !== undefined && word !== undefined) assertSameUnit(draft, row, word, kept, before);
    return kept;
  }
  if (row !== undefined && word !== undefined) return findUnit(draft, row, "unit", agreed(draft, rows, "unit") ?? word);
  const counted = rows.find(({ values }) => values.quantity?.unit);
  if (counted?.values.quantity?.unit) return findUnit(draft, counted, "quantity", counted.values.quantity.unit);
  const [first] = rows;
  if (first === undefined) throw new Error("a product without rows");
  if (draft.columns.has("unit") && !isRefused(rows, "unit")) report(draft, first, "unit", "UNIT_ASSUMED", DEFAULT_UNIT);
  return findUnit(draft, first, "unit", DEFAULT_UNIT);
}

/** Another unit is fine where it is one of the product's packs: the row's quantity is then counted in it. */
function assertSameUnit(
  draft: Draft,
  row: SheetRow,
  word: string,
  kept: KnownUnit,
  before: KnownProduct | undefined,
): void {
  const unit = findKnownUnit(draft.catalogue.units, word);
  const isPack = before?.packs.some(({ unitId }) => unitId === unit?.id) ?? false;
  if (unit?.id !== kept.id && !isPack) report(draft, row, "unit", "UNIT_DIFFERS", kept.code);
}

function findPacks(
  draft: Draft,
  rows: readonly SheetRow[],
  before: KnownProduct | undefined,
  baseUnit: KnownUnit,
): readonly Pack[] {
  const kept = before?.packs ?? [];
  const word = agreed(draft, rows, "packUnit");
  const size = agreed(draft, rows, "packSize");
  const row = rowSaying(rows, "packUnit") ?? rowSaying(rows, "packSize");
  if (row === undefined) return kept;
  if (word === undefined) {
    report(draft, row, "packUnit", "PACK_UNIT_REQUIRED");
    return kept;
  }
  const scaled = toScaled(size ?? "0", PACK_DIGITS);
  if (scaled === 0n) {
    report(draft, row, "packSize", "PACK_SIZE_REQUIRED");
    return kept;
  }
  const unit = findUnit(draft, row, "packUnit", word);
  if (unit.id === baseUnit.id) return kept;
  const pack = { unitId: unit.id, ...fraction(scaled) };
  if (pack.numerator > 1_000_000_000) report(draft, row, "packSize", "NUMBER_TOO_LARGE", size);
  return [...kept.filter(({ unitId }) => unitId !== pack.unitId), pack];
}

/** A size with up to six decimals as the smallest fraction: 2.5 is 5/2. */
function fraction(scaled: bigint): { numerator: number; denominator: number } {
  const one = 10n ** BigInt(PACK_DIGITS);
  let [a, b] = [scaled, one];
  while (b !== 0n) [a, b] = [b, a % b];
  return { numerator: Number(scaled / a), denominator: Number(one / a) };
}
