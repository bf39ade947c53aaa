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
import { listByGroup } from "../record/list-by-group.ts";
import { findFewProducts, findLevelProducts } from "./find-level-products.ts";
import { findPlaceValues } from "./find-place-values.ts";
import { findPlaces, placesFirst } from "./level-places.ts";
import { levelFilters, levelProductFilters } from "./level-filters.ts";
import { LEVEL_ORDERS, levelCursor } from "./level-order.ts";

/** What is where, of the actor's places, a page at a time, place by place where those lead the sort, with each place's share of its variant's value. Throws NOT_ALLOWED, INVALID for a cursor no page handed out. */
export async function listLevels(ctx: TenantContext, input: ListLevelsInput): Promise<Page<LevelRow>> {
  authorize(ctx, "inventory.read");
  const direction = placesFirst(input);
  if (direction === undefined) return listSorted(ctx, input, await findLevelProducts(ctx, input));
  const found = await findFewProducts(ctx, input);
  const places = await findPlaces(ctx, { input, direction, found });
  const sort = input.sort === "location" ? ({ sort: "product", direction: "asc" } as const) : {};
  return listByGroup(places, input, async (locationId, page) => {
    const within = { ...input, ...sort, ...page, locationId };
    return listSorted(ctx, within, found ?? (await findLevelProducts(ctx, within)));
  });
}

async function listSorted(ctx: TenantContext, input: ListLevelsInput, productIds: readonly string[] | undefined) {
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
  const forceIndex = indexesFor(input, productIds);
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
        input.sort === "onHand" && forceIndex.length > 0 ? gte(stockLevels.onHand, "0") : undefined,
        productIds && inArray(products.id, [...productIds]),
        afterOf(input),
      ),
    )
    .orderBy(...columns.map((column) => order(column)))
    .limit(input.limit + 1);
}

/** Where no filter leaves few rows, the order's own index is the short way: over all, or within a place. */
function indexesFor(input: ListLevelsInput, productIds: readonly string[] | undefined): string[] {
  const { sort, locationId, productId, variantId, isLow, search, subcategoryId } = input;
  const leavesFew = [productId, variantId, search, subcategoryId].some((filter) => filter !== undefined);
  if (leavesFew || isLow === true || productIds !== undefined) return [];
  if (sort === "onHand") return [locationId === undefined ? "stock_levels_on_hand_ix" : "stock_levels_at_ix"];
  return locationId === undefined ? [] : ["stock_levels_location_ix"];
}

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
