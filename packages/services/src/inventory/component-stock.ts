import { and, asc, eq, gt, inArray, isNull, sql, type TenantDb } from "@storehouse/db";
import { locations, stockLevels, variantStock } from "@storehouse/db/tenant";
import { quantityOf, type Stocked } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { inPlaces } from "../place-scope.ts";

/** What is free of a component at a place. */
export type ComponentStock = Stocked & Readonly<{ locationName: string }>;

/** Reads where components are, at places in use that the actor may reach. */
export async function readComponentStock(
  ctx: TenantContext,
  variantIds: readonly string[],
): Promise<readonly ComponentStock[]> {
  const rows = await ctx.db
    .select({
      variantId: stockLevels.variantId,
      locationId: stockLevels.locationId,
      locationName: locations.name,
      onHand: stockLevels.onHand,
      available: sql<string>`${stockLevels.onHand} - ${stockLevels.reserved}`,
    })
    .from(stockLevels)
    .innerJoin(locations, eq(locations.id, stockLevels.locationId))
    .where(
      and(
        inArray(stockLevels.variantId, [...variantIds]),
        gt(stockLevels.onHand, "0"),
        isNull(locations.archivedAt),
        inPlaces(ctx, stockLevels.locationId),
      ),
    )
    .orderBy(asc(locations.name));
  return rows.map((row) => ({ ...row, onHand: quantityOf(row.onHand), available: quantityOf(row.available) }));
}

/**
 * Locks the totals of variants in the order of their ids, as every posting does first; from then on nobody else can change what lies where
 * of them.
 */
export async function lockTotals(db: TenantDb, variantIds: readonly string[]): Promise<void> {
  await db
    .select({ variantId: variantStock.variantId })
    .from(variantStock, { forceIndex: ["PRIMARY"] })
    .where(inArray(variantStock.variantId, [...variantIds]))
    .orderBy(asc(variantStock.variantId))
    .for("update");
}
