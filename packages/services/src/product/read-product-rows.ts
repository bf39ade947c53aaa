import { and, eq, inArray, sql, type TenantDb } from "@storehouse/db";
import {
  locations,
  products,
  stockLevels,
  subcategories,
  suppliers,
  units,
  variantStock,
  variants,
} from "@storehouse/db/tenant";
import type { TenantContext } from "../context.ts";
import { inPlaces } from "../place-scope.ts";
import { findStockAtPlaces } from "./stock-at-places.ts";
import { type ProductRow, quantityOf, quantityText, trimDecimal } from "@storehouse/domain";

/**
 * The rows of a page whose ids are known, in the order of the ids. Everything is summed over a product's variants, and what is left of
 * them over the actor's places. Low is a fact of the whole factory: its minimum is.
 */
export async function readProductRows(ctx: TenantContext, ids: readonly string[]): Promise<ProductRow[]> {
  if (ids.length === 0) return [];
  const rows = await selectProductRows(ctx, [...ids]);
  const atPlaces = await findStockAtPlaces(ctx, "productId", inArray(variantStock.productId, [...ids]));
  const byId = new Map(rows.map((row) => [row.id, toProductRow({ ...row, ...atPlaces?.(row.id) })]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

type Selected = Awaited<ReturnType<typeof selectProductRows>>[number];

function toProductRow({ isArchived, updatedAt, reserved, withheld, ...row }: Selected): ProductRow {
  const onHand = row.onHand ?? "0";
  const free = quantityOf(onHand) - quantityOf(reserved ?? "0") - quantityOf(withheld ?? "0");
  return {
    ...row,
    onHand: trimDecimal(onHand),
    available: quantityText(free),
    minimumStock: row.minimumStock && trimDecimal(row.minimumStock),
    isLow: row.isLow === 1,
    price: row.price && trimDecimal(row.price),
    cost: row.cost && trimDecimal(row.cost),
    value: trimDecimal(row.value ?? "0"),
    isArchived: isArchived === 1,
    updatedAt: updatedAt.toISOString(),
  };
}

/** The query of `readProductRows`. */
export function selectProductRows(ctx: Pick<TenantContext, "db" | "actor">, ids: string[]) {
  const { db } = ctx;
  const stock = stockOf(db, ids);
  const { id, code, name, category, sourceType, price, cost, variantCount, isArchived, version, updatedAt } = products;
  return db
    .select({
      id,
      code,
      name,
      category,
      sourceType,
      price,
      cost,
      variantCount,
      isArchived,
      version,
      updatedAt,
      subcategoryId: products.subcategoryId,
      subcategoryName: subcategories.name,
      supplierId: products.supplierId,
      supplierName: suppliers.name,
      defaultLocationName: locations.name,
      unit: units.code,
      onHand: stock.onHand,
      reserved: stock.reserved,
      value: stock.value,
      isLow: stock.isLow,
      withheld: stock.withheld,
      variantId: variants.id,
      variantVersion: variants.version,
      minimumStock: variants.minimumStock,
    })
    .from(products)
    .innerJoin(units, eq(units.id, products.baseUnitId))
    .leftJoin(subcategories, eq(subcategories.id, products.subcategoryId))
    .leftJoin(suppliers, eq(suppliers.id, products.supplierId))
    .leftJoin(locations, and(eq(locations.id, products.defaultLocationId), inPlaces(ctx, locations.id)))
    .leftJoin(variants, and(eq(variants.productId, products.id), eq(products.variantCount, 1)))
    .leftJoin(stock, eq(stock.productId, products.id))
    .where(inArray(products.id, ids));
}

const stockOf = (db: TenantDb, ids: string[]) =>
  db
    .select({
      productId: variantStock.productId,
      onHand: sql<string>`sum(${variantStock.onHand})`.as("on_hand_sum"),
      reserved: sql<string>`sum(${variantStock.reserved})`.as("reserved_sum"),
      withheld: sql<string>`sum(coalesce(${withheldOf(db)}, 0))`.as("withheld_sum"),
      value: sql<string>`sum(${variantStock.value})`.as("value_sum"),
      isLow: sql`max(${variantStock.isLow})`.mapWith(Number).as("low_max"),
    })
    .from(variantStock)
    .where(inArray(variantStock.productId, ids))
    .groupBy(variantStock.productId)
    .as("stock");

/**
 * What lies in quarantine, in transit or as scrap: counted, but nobody can use it. Asked for variant by variant:
 * as a join it would start from those places and read all that lies there.
 */
const withheldOf = (db: TenantDb) =>
  sql`(${db
    .select({ quantity: sql`sum(${stockLevels.onHand} - ${stockLevels.reserved})` })
    .from(stockLevels)
    .innerJoin(locations, eq(locations.id, stockLevels.locationId))
    .where(
      and(
        eq(stockLevels.variantId, variantStock.variantId),
        inArray(locations.type, ["QUARANTINE", "TRANSIT", "SCRAP"]),
      ),
    )})`;
