import { and, asc, eq, gt, isNotNull, isNull, NO_LOT, or } from "@storehouse/db";
import { locationMinimums, locations, products, stockLevels, units, variants } from "@storehouse/db/tenant";
import { fail, quantityOf, quantityText, type Thresholds, type ThresholdsInput, trimDecimal } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { inPlaces } from "../place-scope.ts";

/** Reads a variant's limits, and its minimum at each place where it stands or has one. Throws NOT_FOUND. */
export async function getThresholds(ctx: TenantContext, { variantId }: ThresholdsInput): Promise<Thresholds> {
  authorize(ctx, "alerts.read");
  const [row] = await ctx.db
    .select({
      unit: units.code,
      minimum: variants.minimumStock,
      maximum: variants.maximumStock,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(units, eq(units.id, products.baseUnitId))
    .where(eq(variants.id, variantId));
  if (row === undefined) return fail({ code: "NOT_FOUND", entity: "variant", id: variantId, field: "variantId" });
  const places = await readPlaces(ctx, variantId);
  return {
    variantId,
    unit: row.unit,
    onHand: quantityText(places.reduce((sum, { onHand }) => sum + quantityOf(onHand ?? "0"), 0n)),
    minimum: row.minimum && trimDecimal(row.minimum),
    maximum: row.maximum && trimDecimal(row.maximum),
    places: places.map((place) => ({
      ...place,
      onHand: trimDecimal(place.onHand ?? "0"),
      minimum: place.minimum && trimDecimal(place.minimum),
    })),
  };
}

const readPlaces = (ctx: TenantContext, variantId: string) =>
  ctx.db
    .select({
      locationId: locations.id,
      locationName: locations.name,
      onHand: stockLevels.onHand,
      minimum: locationMinimums.minimum,
    })
    .from(locations)
    .leftJoin(
      stockLevels,
      and(
        eq(stockLevels.locationId, locations.id),
        eq(stockLevels.variantId, variantId),
        eq(stockLevels.lotId, NO_LOT),
      ),
    )
    .leftJoin(
      locationMinimums,
      and(eq(locationMinimums.locationId, locations.id), eq(locationMinimums.variantId, variantId)),
    )
    .where(
      and(
        isNull(locations.archivedAt),
        inPlaces(ctx, locations.id),
        or(gt(stockLevels.onHand, "0"), isNotNull(locationMinimums.minimum)),
      ),
    )
    .orderBy(asc(locations.name));
