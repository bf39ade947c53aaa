import { and, asc, contains, eq, exists, gt, inArray, or, type SQL } from "@storehouse/db";
import { products, settings, stockLevels, units, variantStock, variants } from "@storehouse/db/tenant";
import { type Balance, type BalanceInput, type BalanceRow, moneyText, quantityText } from "@storehouse/domain";
import { codeText } from "../product/product-search.ts";
import { authorize, type TenantContext } from "../context.ts";
import { inPlaces, mayReach } from "../place-scope.ts";
import { toPage, unpackCursor } from "../cursor.ts";
import { findPlaceValues, type PlaceValue } from "./find-place-values.ts";
import { sumValue } from "./sum-value.ts";

/**
 * What is left per product and place, of the actor's, with its value, by product code, a page at a time; `totalValue` is of everything the filters name.
 * Products with nothing left are not shown. Throws NOT_ALLOWED, INVALID for a cursor no page handed out.
 */
export async function balance(ctx: TenantContext, input: BalanceInput): Promise<Balance> {
  authorize(ctx, "inventory.read");
  const rows = await selectBalance(ctx, input);
  const page = toPage(rows, input.limit, ({ code }) => [code]);
  const productIds = page.rows.map(({ productId }) => productId);
  const places =
    productIds.length === 0 ? [] : await findPlaceValues(ctx.db, inArray(variantStock.productId, productIds));
  const shown = places.filter(
    ({ locationId }) =>
      mayReach(ctx, locationId) && (input.locationId === undefined || locationId === input.locationId),
  );
  const byProduct = Map.groupBy(shown, ({ productId }) => productId);
  const [factory] = await ctx.db.select({ currency: settings.currency }).from(settings);
  return {
    ...page,
    rows: page.rows.map((row) => toBalanceRow(row, byProduct.get(row.productId) ?? [])),
    totalValue: moneyText(await sumValue(ctx.db, placesOf(ctx, input), productsOf(input))),
    currency: factory?.currency ?? "",
  };
}

/** The places whose value is asked for; undefined for all of the factory's. */
function placesOf(ctx: TenantContext, { locationId }: BalanceInput): readonly string[] | undefined {
  if (locationId !== undefined) return mayReach(ctx, locationId) ? [locationId] : [];
  return ctx.actor.places === null ? undefined : [...ctx.actor.places];
}

/** Reads one page of products of which something is left, and one more. */
function selectBalance(ctx: Pick<TenantContext, "db" | "actor">, input: BalanceInput) {
  const { db } = ctx;
  const [after] = unpackCursor(input.after, 1) ?? [];
  const isThere = input.locationId === undefined ? undefined : eq(stockLevels.locationId, input.locationId);
  const stocked = db
    .select({ variantId: stockLevels.variantId })
    .from(stockLevels)
    .innerJoin(variants, eq(variants.id, stockLevels.variantId))
    .where(
      and(
        eq(variants.productId, products.id),
        gt(stockLevels.onHand, "0"),
        isThere,
        inPlaces(ctx, stockLevels.locationId),
      ),
    );
  return db
    .select({ productId: products.id, code: products.code, productName: products.name, unit: units.code })
    .from(products)
    .innerJoin(units, eq(units.id, products.baseUnitId))
    .where(
      and(
        eq(products.isArchived, 0),
        productsOf(input),
        exists(stocked),
        typeof after === "string" ? gt(products.code, after) : undefined,
      ),
    )
    .orderBy(asc(products.code))
    .limit(input.limit + 1);
}

/** What the filters say of products. Archived ones have nothing left, so no total counts them: that is asked before they are archived. */
const productsOf = ({ search, productId, category, subcategoryId }: BalanceInput): SQL | undefined =>
  and(
    productId === undefined ? undefined : eq(products.id, productId),
    category === undefined ? undefined : eq(products.category, category),
    subcategoryId === undefined ? undefined : eq(products.subcategoryId, subcategoryId),
    search ? or(contains(products.code, codeText(search)), contains(products.name, search)) : undefined,
  );

type SelectedProduct = Awaited<ReturnType<typeof selectBalance>>[number];

function toBalanceRow(product: SelectedProduct, places: readonly PlaceValue[]): BalanceRow {
  const locations = [...Map.groupBy(places, ({ locationId }) => locationId)].map(([locationId, here]) => ({
    locationId,
    locationName: here[0]?.locationName ?? "",
    onHand: quantityText(sumOf(here, "onHand")),
    reserved: quantityText(sumOf(here, "reserved")),
    value: moneyText(sumOf(here, "value")),
  }));
  return {
    ...product,
    onHand: quantityText(sumOf(places, "onHand")),
    value: moneyText(sumOf(places, "value")),
    locations: locations.toSorted((a, b) => a.locationName.localeCompare(b.locationName)),
  };
}

const sumOf = (places: readonly PlaceValue[], key: "onHand" | "reserved" | "value"): bigint =>
  places.reduce((sum, place) => sum + place[key], 0n);
