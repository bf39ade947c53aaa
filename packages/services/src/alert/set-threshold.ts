import { and, eq, sql } from "@storehouse/db";
import { locationMinimums, variants } from "@storehouse/db/tenant";
import { fail, quantityOf, type SetThresholdInput, trimDecimal } from "@storehouse/domain";
import { difference, recordAudit } from "../audit.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import { locationRecord } from "../location/location-record.ts";
import { assertReach } from "../place-scope.ts";
import { lockVariantStock, refreshLow } from "../product/stock.ts";
import { lockProductOf, touchProduct } from "../product/variant-product.ts";
import { getActive } from "../record/get-record.ts";
import { reviewVariants } from "./review-variants.ts";

/**
 * Sets what a variant may fall to and rise to over all places, or its minimum at one place, and decides its alerts anew. What is set already changes
 * nothing. Throws NOT_FOUND and ARCHIVED for the variant or place, INVALID for a maximum below the minimum.
 */
export async function setThreshold(ctx: TenantContext, input: SetThresholdInput): Promise<Record<string, never>> {
  authorize(ctx, "alerts.setThreshold");
  const { variantId, locationId } = input;
  await atomically(ctx, async (tx) => {
    // The total first, as whoever changes a variant or books it does.
    await lockVariantStock(tx, variantId);
    const product = await lockProductOf(tx, variantId);
    const isChanged = locationId === null ? await setOverAll(tx, input) : await setAtPlace(tx, input, locationId);
    if (!isChanged) return;
    await touchProduct(tx, product.id);
    await reviewVariants(tx, [variantId]);
  });
  return {};
}

async function setOverAll(ctx: TenantContext, { variantId, minimum, maximum }: SetThresholdInput): Promise<boolean> {
  const [stored] = await ctx.db
    .select({ minimum: variants.minimumStock, maximum: variants.maximumStock, archivedAt: variants.archivedAt })
    .from(variants)
    .where(eq(variants.id, variantId))
    .for("update");
  if (stored === undefined) return fail({ code: "NOT_FOUND", entity: "variant", id: variantId, field: "variantId" });
  if (stored.archivedAt !== null) fail({ code: "ARCHIVED", entity: "variant", id: variantId, field: "variantId" });
  const before = { minimum: normal(stored.minimum), maximum: normal(stored.maximum) };
  const after = { minimum: normal(minimum), maximum: maximum === undefined ? before.maximum : normal(maximum) };
  if (after.minimum !== null && after.maximum !== null && quantityOf(after.maximum) < quantityOf(after.minimum)) {
    fail({ code: "INVALID", field: "maximum", reason: "BELOW_MINIMUM" });
  }
  if (before.minimum === after.minimum && before.maximum === after.maximum) return false;
  await ctx.db
    .update(variants)
    .set({
      minimumStock: after.minimum,
      maximumStock: after.maximum,
      version: sql`${variants.version} + 1`,
      updatedAt: ctx.now(),
    })
    .where(eq(variants.id, variantId));
  await refreshLow(ctx, variantId);
  await recordAudit(ctx, { ...AUDIT, entityId: variantId, ...difference(before, after) });
  return true;
}

async function setAtPlace(
  ctx: TenantContext,
  { variantId, minimum }: SetThresholdInput,
  locationId: string,
): Promise<boolean> {
  assertReach(ctx, locationId, "locationId");
  const { content: place } = await getActive(ctx.db, locationRecord, locationId, "locationId");
  const isHere = and(eq(locationMinimums.variantId, variantId), eq(locationMinimums.locationId, locationId));
  const [stored] = await ctx.db
    .select({ minimum: locationMinimums.minimum })
    .from(locationMinimums)
    .where(isHere)
    .for("update");
  const before = { locationId, place: place.name, minimum: normal(stored?.minimum ?? null) };
  const after = { ...before, minimum: normal(minimum) };
  if (before.minimum === after.minimum) return false;
  if (after.minimum === null) await ctx.db.delete(locationMinimums).where(isHere);
  else {
    await ctx.db
      .insert(locationMinimums)
      .values({ variantId, locationId, minimum: after.minimum, updatedAt: ctx.now() })
      .onDuplicateKeyUpdate({ set: { minimum: after.minimum, updatedAt: ctx.now() } });
  }
  await recordAudit(ctx, { ...AUDIT, entityId: variantId, before, after });
  return true;
}

const AUDIT = { action: "alerts.setThreshold", entity: "variant" } as const;

const normal = (text: string | null): string | null => (text === null ? null : trimDecimal(text));
