import { and, asc, eq, gt, isNull, sql, type TenantDb } from "@storehouse/db";
import {
  barcodes,
  locations,
  products,
  productUnits,
  stockLevels,
  subcategories,
  suppliers,
  units,
  variants,
} from "@storehouse/db/tenant";
import type { TenantContext } from "../context.ts";
import { inPlaces } from "../place-scope.ts";
import { fromScaled, IMPORT_FIELDS, type ImportField, trimDecimal } from "@storehouse/domain";

/** One line of the product list as the import reads it: every field as text, blank where there is nothing. */
export type ExportRow = Readonly<Record<ImportField, string>>;

const PACK_DIGITS = 6;

/**
 * The product list in the columns the import reads: a line for each place of each variant that has stock there, with what is left,
 * and one without a quantity for a variant that has none. What is archived is left out.
 */
export async function readExportRows(ctx: TenantContext): Promise<ExportRow[]> {
  const { db } = ctx;
  const lines = await readLines(ctx);
  const codes = await readBarcodes(db);
  const packs = await readPacks(db);
  const order = new Map(lines.map((line, at) => [line, at]));
  return lines
    .toSorted((a, b) => Number(isAway(a)) - Number(isAway(b)) || (order.get(a) ?? 0) - (order.get(b) ?? 0))
    .toSorted((a, b) => compare(a.code, b.code) || compare(a.sku, b.sku))
    .map((line) => toRow(line, codes.get(line.variantId) ?? [], packs.get(line.productId)));
}

type Line = Awaited<ReturnType<typeof readLines>>[number];

/** A new product is kept at the place its first line names: its own place comes first. */
const isAway = ({ levelLocationId, defaultLocationId }: Line): boolean =>
  levelLocationId !== null && levelLocationId !== defaultLocationId;

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function readLines(ctx: TenantContext) {
  const isOf = eq(stockLevels.variantId, variants.id);
  const level = and(isOf, gt(stockLevels.onHand, "0"), inPlaces(ctx, stockLevels.locationId));
  const place = eq(locations.id, sql`coalesce(${stockLevels.locationId}, ${products.defaultLocationId})`);
  return ctx.db
    .select({
      productId: products.id,
      variantId: variants.id,
      code: products.code,
      name: products.name,
      description: products.description,
      category: products.category,
      subcategory: subcategories.name,
      sourceType: products.sourceType,
      unit: units.code,
      supplier: suppliers.name,
      price: products.price,
      cost: products.cost,
      variantCount: products.variantCount,
      sku: variants.sku,
      variantName: variants.name,
      minimumStock: variants.minimumStock,
      defaultLocationId: products.defaultLocationId,
      levelLocationId: stockLevels.locationId,
      location: locations.name,
      quantity: stockLevels.onHand,
    })
    .from(products)
    .innerJoin(variants, and(eq(variants.productId, products.id), isNull(variants.archivedAt)))
    .innerJoin(units, eq(units.id, products.baseUnitId))
    .leftJoin(subcategories, eq(subcategories.id, products.subcategoryId))
    .leftJoin(suppliers, eq(suppliers.id, products.supplierId))
    .leftJoin(stockLevels, level)
    .leftJoin(locations, and(place, inPlaces(ctx, locations.id)))
    .where(eq(products.isArchived, 0))
    .orderBy(asc(products.code), asc(variants.sku), asc(locations.name));
}

async function readBarcodes(db: TenantDb): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db.select().from(barcodes).orderBy(asc(barcodes.code));
  const codes = new Map<string, string[]>();
  for (const { code, variantId } of rows) codes.set(variantId, [...(codes.get(variantId) ?? []), code]);
  return codes;
}

type Pack = Readonly<{ unit: string; size: string }>;

/** The first pack of each product whose size comes out as a decimal: a line has room for one. */
async function readPacks(db: TenantDb): Promise<ReadonlyMap<string, Pack>> {
  const { productId, numerator, denominator } = productUnits;
  const rows = await db
    .select({ productId, numerator, denominator, unit: units.code })
    .from(productUnits)
    .innerJoin(units, eq(units.id, productUnits.unitId))
    .orderBy(asc(units.code));
  const packs = new Map<string, Pack>();
  for (const row of rows) {
    const scaled = BigInt(row.numerator) * 10n ** BigInt(PACK_DIGITS);
    const isEven = scaled % BigInt(row.denominator) === 0n;
    if (!isEven || packs.has(row.productId)) continue;
    packs.set(row.productId, { unit: row.unit, size: fromScaled(scaled / BigInt(row.denominator), PACK_DIGITS) });
  }
  return packs;
}

function toRow(line: Line, codes: readonly string[], pack: Pack | undefined): ExportRow {
  const { code, sku, price, cost, minimumStock, quantity } = line;
  const isHidden = line.variantCount === 1 && sku === code;
  const texts: Record<ImportField, string | null> = {
    code,
    name: line.name,
    description: line.description,
    category: line.category,
    subcategory: line.subcategory,
    sourceType: line.sourceType,
    unit: line.unit,
    packUnit: pack?.unit ?? null,
    packSize: pack?.size ?? null,
    barcode: codes.join("\n"),
    minimumStock: minimumStock === null ? null : trimDecimal(minimumStock),
    price: price === null ? null : trimDecimal(price),
    cost: cost === null ? null : trimDecimal(cost),
    supplier: line.supplier,
    location: line.location,
    quantity: quantity === null ? null : trimDecimal(quantity),
    sku: isHidden ? null : sku,
    variantName: line.variantName,
  };
  return Object.fromEntries(IMPORT_FIELDS.map((field) => [field, texts[field] ?? ""])) as ExportRow;
}
