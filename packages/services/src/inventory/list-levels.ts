import { and, asc, contains, desc, eq, gt, inArray, or, type SQL } from "@storehouse/db";
import { locations, products, stockLevels, units, variantStock, variants } from "@storehouse/db/tenant";
import {
  fail,
  type LevelRow,
  type ListLevelsInput,
  moneyText,
  type Page,
  placeKey,
  quantityOf,
  quantityText,
  trimDecimal,
} from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { type Cursor, toPage, unpackCursor } from "../cursor.ts";
import { comesAfter, type SortKey } from "../record/keyset.ts";
import { findPlaceValues } from "./find-place-values.ts";

/** What is where, a page at a time, with each place's share of its variant's value. Throws NOT_ALLOWED, INVALID for a cursor no page handed out. */
export async function listLevels(ctx: TenantContext, input: ListLevelsInput): Promise<Page<LevelRow>> {
  authorize(ctx, "inventory.read");
  const rows = await selectLevels(ctx, input);
  const page = toPage(rows, input.limit, SORTS[input.sort].valuesOf);
  const variantIds = [...new Set(page.rows.map(({ variantId }) => variantId))];
  const places =
    variantIds.length === 0 ? [] : await findPlaceValues(ctx.db, inArray(variantStock.variantId, variantIds));
  const values = new Map(places.map((place) => [placeKey(place.variantId, place.locationId), place.value]));
  return {
    ...page,
    rows: page.rows.map((row) => toLevelRow(row, values.get(placeKey(row.variantId, row.locationId)) ?? 0n)),
  };
}

/** Reads one page of levels and one row more. */
export function selectLevels({ db }: Pick<TenantContext, "db">, input: ListLevelsInput) {
  const { columns } = SORTS[input.sort];
  const order = input.direction === "asc" ? asc : desc;
  return db
    .select({
      variantId: stockLevels.variantId,
      sku: variants.sku,
      productId: products.id,
      productName: products.name,
      variantName: variants.name,
      category: products.category,
      unit: units.code,
      locationId: stockLevels.locationId,
      locationName: locations.name,
      onHand: stockLevels.onHand,
      reserved: stockLevels.reserved,
      minimumStock: variants.minimumStock,
      isLow: variantStock.isLow,
    })
    .from(stockLevels)
    .innerJoin(variants, eq(variants.id, stockLevels.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(units, eq(units.id, products.baseUnitId))
    .innerJoin(locations, eq(locations.id, stockLevels.locationId))
    .innerJoin(variantStock, eq(variantStock.variantId, stockLevels.variantId))
    .where(and(...filtersOf(input), afterOf(input)))
    .orderBy(...columns.map((column) => order(column)))
    .limit(input.limit + 1);
}

type SelectedLevel = Awaited<ReturnType<typeof selectLevels>>[number];

type SortedBy = Pick<LevelRow, "productName" | "variantId" | "locationId" | "locationName" | "onHand">;

// Each ends in the level's own key, so that no two rows are alike.
const SORTS = {
  product: {
    columns: [products.name, stockLevels.variantId, stockLevels.locationId],
    valuesOf: (row: SortedBy): Cursor => [row.productName, row.variantId, row.locationId],
  },
  location: {
    columns: [locations.name, stockLevels.variantId],
    valuesOf: (row: SortedBy): Cursor => [row.locationName, row.variantId],
  },
  onHand: {
    columns: [stockLevels.onHand, stockLevels.variantId, stockLevels.locationId],
    valuesOf: (row: SortedBy): Cursor => [row.onHand, row.variantId, row.locationId],
  },
} as const;

function filtersOf(input: ListLevelsInput): (SQL | undefined)[] {
  const { search, locationId, productId, variantId, category, subcategoryId, isLow, isZeroShown } = input;
  return [
    eq(products.isArchived, 0),
    isZeroShown ? undefined : gt(stockLevels.onHand, "0"),
    locationId === undefined ? undefined : eq(stockLevels.locationId, locationId),
    productId === undefined ? undefined : eq(products.id, productId),
    variantId === undefined ? undefined : eq(stockLevels.variantId, variantId),
    category === undefined ? undefined : eq(products.category, category),
    subcategoryId === undefined ? undefined : eq(products.subcategoryId, subcategoryId),
    isLow === undefined ? undefined : eq(variantStock.isLow, Number(isLow)),
    search
      ? or(contains(products.code, search), contains(products.name, search), contains(variants.sku, search))
      : undefined,
  ];
}

function afterOf({ sort, direction, after }: ListLevelsInput): SQL | undefined {
  const { columns } = SORTS[sort];
  const values = unpackCursor(after, columns.length);
  if (values === undefined) return undefined;
  if (sort === "onHand" && !/^\d+(\.\d+)?$/.test(values[0] ?? "")) {
    fail({ code: "INVALID", field: "after", reason: "CURSOR_INVALID" });
  }
  return comesAfter(
    columns.map((column, at): SortKey => [column, values[at] ?? ""]),
    direction,
  );
}

const toLevelRow = (row: SelectedLevel, value: bigint): LevelRow => ({
  ...row,
  onHand: trimDecimal(row.onHand),
  reserved: trimDecimal(row.reserved),
  available: quantityText(quantityOf(row.onHand) - quantityOf(row.reserved)),
  minimumStock: row.minimumStock === null ? null : trimDecimal(row.minimumStock),
  isLow: row.isLow === 1,
  value: moneyText(value),
});
