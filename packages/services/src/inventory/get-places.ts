import { inArray, sql, type TenantDb } from "@storehouse/db";
import { locations, variantStock, variants } from "@storehouse/db/tenant";
import { fail, placeKey } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { assertReach } from "../place-scope.ts";
import type { LedgerPlaces, Target } from "./ledger-place.ts";
import { lockPlaces } from "./lock-places.ts";

/**
 * Locks what the targets name. Throws NOT_FOUND with the field of the first id that is unknown here, or of a place beyond the actor's,
 * ARCHIVED for a product, variant or place that is no longer in use.
 */
export async function getPlaces(ctx: TenantContext, targets: readonly Target[]): Promise<LedgerPlaces> {
  const { db } = ctx;
  for (const { locationId, locationField } of targets) assertReach(ctx, locationId, locationField);
  const pairs = [...new Map(targets.map((target) => [keyOf(target), target])).values()];
  let places = await lockPlaces(db, pairs);
  if (places.size < pairs.length) {
    await assertKnown(db, targets);
    await createTotals(db, [...new Set(pairs.map(({ variantId }) => variantId))]);
    places = await lockPlaces(db, pairs);
  }
  for (const target of targets) assertInUse(places, target);
  return places;
}

const keyOf = ({ variantId, locationId }: Target): string => placeKey(variantId, locationId);

async function assertKnown(db: TenantDb, targets: readonly Target[]): Promise<void> {
  const variantIds = await findIds(db, variants, [...new Set(targets.map(({ variantId }) => variantId))]);
  const locationIds = await findIds(db, locations, [...new Set(targets.map(({ locationId }) => locationId))]);
  for (const { line, variantId, locationId, locationField } of targets) {
    if (!variantIds.has(variantId)) {
      fail({ code: "NOT_FOUND", entity: "variant", id: variantId, field: `lines.${line}.variantId` });
    }
    if (!locationIds.has(locationId)) {
      fail({ code: "NOT_FOUND", entity: "location", id: locationId, field: locationField });
    }
  }
}

async function findIds(
  db: TenantDb,
  table: typeof variants | typeof locations,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ id: table.id })
    .from(table)
    .where(inArray(table.id, [...ids]));
  return new Set(rows.map(({ id }) => id));
}

/** Creates the totals first: what is not there can't be locked, and two who insert it after looking for it collide. */
async function createTotals(db: TenantDb, variantIds: readonly string[]): Promise<void> {
  const missing = await db
    .select({ variantId: variants.id, productId: variants.productId })
    .from(variants)
    .where(inArray(variants.id, [...variantIds]));
  await db
    .insert(variantStock)
    .values(missing)
    .onDuplicateKeyUpdate({ set: { variantId: sql`values(${variantStock.variantId})` } });
}

function assertInUse(places: LedgerPlaces, target: Target): void {
  const { line, variantId, locationId, locationField, mayBeArchived } = target;
  const place = places.get(keyOf(target));
  if (place === undefined) throw new Error(`${keyOf(target)} could not be locked`);
  if (mayBeArchived) return;
  if (place.isVariantArchived) {
    fail({ code: "ARCHIVED", entity: "variant", id: variantId, field: `lines.${line}.variantId` });
  }
  if (place.isLocationArchived) fail({ code: "ARCHIVED", entity: "location", id: locationId, field: locationField });
}
