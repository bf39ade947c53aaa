import { and, asc, desc, eq, gte, inArray, type SQL } from "@storehouse/db";
import { locations, products, stockLevels, units, variantStock, variants } from "@storehouse/db/tenant";
import {
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
import { toPage } from "../cursor.ts";
import { comesAfter, type SortKey } from "../record/keyset.ts";
import { findLevelProducts } from "./find-level-products.ts";
import { findPlaceValues } from "./find-place-values.ts";
import { levelFilters, levelProductFilters } from "./level-filters.ts";
import { LEVEL_ORDERS, levelCursor } from "./level-order.ts";

/** What is where, of the actor's places, a page at a time, with each place's share of its variant's value. Throws NOT_ALLOWED, INVALID for a cursor no page handed out. */
export async function listLevels(ctx: TenantContext, input: ListLevelsInput): Promise<Page<LevelRow>> {
  authorize(ctx, "inventory.read");
  const productIds = await findLevelProducts(ctx, input);
  const rows = productIds?.length === 0 ? [] : await selectLevels(ctx, input, productIds);
  const page = toPage(rows, input.limit, LEVEL_ORDERS[input.sort].valuesOf);
  const variantIds = [...new Set(page.rows.map(({ variantId }) => variantId))];
  const places =
    variantIds.length === 0 ? [] : await findPlaceValues(ctx.db, inArray(variantStock.variantId, variantIds));
  const values = new Map(places.map((place) => [placeKey(place.variantId, place.locationId), place.value]));
  return {
    ...page,
    rows: page.rows.map((row) => toLevelRow(row, values.get(placeKey(row.variantId, row.locationId)) ?? 0n)),
  };
}

/** Reads one page of levels and one row more, of the named products only if any are named. */
export function selectLevels(
  ctx: Pick<TenantContext, "db" | "actor">,
  input: ListLevelsInput,
  productIds: readonly string[] | undefined,
) {
  const { db } = ctx;
  const { columns } = LEVEL_ORDERS[input.sort];
  const order = input.direction === "asc" ? asc : desc;
  const forceIndex = input.sort === "onHand" && isWide(input) ? ["stock_levels_on_hand_ix"] : [];
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
    .from(stockLevels, { forceIndex })
    .innerJoin(variants, eq(variants.id, stockLevels.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(units, eq(units.id, products.baseUnitId))
    .innerJoin(locations, eq(locations.id, stockLevels.locationId))
    .innerJoin(variantStock, eq(variantStock.variantId, stockLevels.variantId))
    .where(
      and(
        ...levelFilters(ctx, input),
        ...levelProductFilters(input),
        // True of every level: with a bound to begin at, MySQL too walks the index instead of reading and sorting the table.
        forceIndex.length > 0 ? gte(stockLevels.onHand, "0") : undefined,
        productIds && inArray(products.id, [...productIds]),
        afterOf(input),
      ),
    )
    .orderBy(...columns.map((column) => order(column)))
    .limit(input.limit + 1);
}

/** Where no filter leaves few rows, the order's own index is the short way. */
const isWide = ({ locationId, productId, variantId, isLow, search, subcategoryId }: ListLevelsInput): boolean =>
  [locationId, productId, variantId, search, subcategoryId].every((filter) => filter === undefined) && isLow !== true;

function afterOf(input: ListLevelsInput): SQL | undefined {
  const values = levelCursor(input);
  if (values === undefined) return undefined;
  const { columns } = LEVEL_ORDERS[input.sort];
  return comesAfter(
    columns.map((column, at): SortKey => [column, values[at] ?? ""]),
    input.direction,
  );
}

type SelectedLevel = Awaited<ReturnType<typeof selectLevels>>[number];

const toLevelRow = (row: SelectedLevel, value: bigint): LevelRow => ({
  ...row,
  onHand: trimDecimal(row.onHand),
  reserved: trimDecimal(row.reserved),
  available: quantityText(quantityOf(row.onHand) - quantityOf(row.reserved)),
  minimumStock: row.minimumStock === null ? null : trimDecimal(row.minimumStock),
  isLow: row.isLow === 1,
  value: moneyText(value),
});
