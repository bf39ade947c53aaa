import { locations, subcategories, suppliers, units } from "@storehouse/db/tenant";
import { Code, foldName, type ImportField, type ImportPlan, readNumber } from "@storehouse/domain";
import type { TenantContext } from "../../context.ts";
import { mayReach } from "../../place-scope.ts";
import type { Sheet } from "../read/shape-sheet.ts";
import { readCell, splitBarcodes } from "./cell.ts";
import type { Catalogue, Named } from "./catalogue.ts";
import { findBarcodeOwners, findProducts, findSkuOwners } from "./find-products.ts";
import { findPlaces } from "./find-places.ts";
import { correctedRows } from "./read-rows.ts";

/** Reads what of a factory the rows of a sheet can meet, in a few queries whatever the number of rows. */
export async function getCatalogue(ctx: TenantContext, sheet: Sheet, plan: ImportPlan): Promise<Catalogue> {
  const { db } = ctx;
  const cells = correctedRows(sheet, plan);
  const codes = valuesIn(cells, plan, "code", asCode);
  const skus = valuesIn(cells, plan, "sku", asCode);
  const barcodes = valuesIn(cells, plan, "barcode", (text) => {
    const cell = readCell("barcode", text);
    return cell !== undefined && "value" in cell ? cell.value.flatMap((line) => [line, ...splitBarcodes(line)]) : [];
  });
  const names = await readNames(ctx);
  const skuOwners = await findSkuOwners(db, [...new Set([...codes, ...skus])]);
  const products = await findProducts(db, [...new Set([...codes, ...[...skuOwners.values()].map(({ code }) => code)])]);
  const isCounted =
    valuesIn(cells, plan, "quantity", (text) => ("number" in readNumber(text) ? [text] : [])).length > 0;
  const variantIds = products.flatMap(({ variants }) => variants.map(({ id }) => id));
  return {
    ...names,
    arePlacesFixed: ctx.actor.places !== null,
    products: new Map(products.map((product) => [product.fields.code, product])),
    skus: skuOwners,
    barcodes: await findBarcodeOwners(db, barcodes),
    places: isCounted ? await findPlaces(db, variantIds) : NO_PLACES,
  };
}

const NO_PLACES: Catalogue["places"] = new Map();

const asCode = (text: string): string[] => {
  const parsed = Code.safeParse(text);
  return parsed.success ? [parsed.data] : [];
};

/** The distinct values in a field's column. */
function valuesIn(
  cells: readonly (readonly string[])[],
  { columns }: ImportPlan,
  field: ImportField,
  read: (text: string) => readonly string[],
): string[] {
  const at = columns.indexOf(field);
  if (at < 0) return [];
  return [...new Set(cells.flatMap((row) => (row[at]?.trim() ? read(row[at]) : [])))];
}

async function readNames(
  ctx: TenantContext,
): Promise<Pick<Catalogue, "units" | "locations" | "suppliers" | "subcategories">> {
  const { db } = ctx;
  const named = (table: typeof locations | typeof suppliers) =>
    db.select({ id: table.id, name: table.name, archivedAt: table.archivedAt }).from(table);
  const groups = await db
    .select({
      id: subcategories.id,
      name: subcategories.name,
      archivedAt: subcategories.archivedAt,
      category: subcategories.category,
    })
    .from(subcategories);
  return {
    units: await db.select({ id: units.id, code: units.code, decimals: units.decimals }).from(units),
    locations: new Map(
      (await named(locations)).filter(({ id }) => mayReach(ctx, id)).map((row) => [foldName(row.name), toNamed(row)]),
    ),
    suppliers: new Map((await named(suppliers)).map((row) => [foldName(row.name), toNamed(row)])),
    subcategories: new Map(groups.map((row) => [`${row.category}\n${foldName(row.name)}`, toNamed(row)])),
  };
}

const toNamed = ({ id, name, archivedAt }: { id: string; name: string; archivedAt: Date | null }): Named => ({
  id,
  name,
  isArchived: archivedAt !== null,
});
