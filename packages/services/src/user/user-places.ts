import { eq, inArray, type TenantDb } from "@storehouse/db";
import { locations, userLocations } from "@storehouse/db/tenant";
import { fail } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { assertReach } from "../place-scope.ts";

const FIELD = "locationIds";

/** The places each of some people is limited to, in the order of their ids; nobody stands in it who is limited to none. */
export async function findPlaces(
  db: TenantDb,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .select({ userId: userLocations.userId, locationId: userLocations.locationId })
    .from(userLocations)
    .where(inArray(userLocations.userId, [...userIds]))
    .orderBy(userLocations.userId, userLocations.locationId);
  const byUser = Map.groupBy(rows, ({ userId }) => userId);
  return new Map([...byUser].map(([userId, places]) => [userId, places.map(({ locationId }) => locationId)]));
}

/** Places as they are kept and compared: each once, in order. */
export const normalPlaces = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

/**
 * Limits a person to these places and no others. Who is limited gives no place beyond their own, and nobody the run of the factory.
 * Throws NOT_FOUND and INVALID at the field.
 */
export async function savePlaces(ctx: TenantContext, userId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0 && ctx.actor.places !== null) fail({ code: "INVALID", field: FIELD, reason: "REQUIRED" });
  for (const [at, id] of ids.entries()) assertReach(ctx, id, `${FIELD}.${at}`);
  if (ids.length > 0) await assertKnown(ctx.db, ids);
  await ctx.db.delete(userLocations).where(eq(userLocations.userId, userId));
  if (ids.length > 0) await ctx.db.insert(userLocations).values(ids.map((locationId) => ({ userId, locationId })));
}

async function assertKnown(db: TenantDb, ids: readonly string[]): Promise<void> {
  const rows = await db
    .select({ id: locations.id })
    .from(locations)
    .where(inArray(locations.id, [...ids]));
  const known = new Set(rows.map(({ id }) => id));
  const at = ids.findIndex((id) => !known.has(id));
  const id = ids[at];
  if (id !== undefined) fail({ code: "NOT_FOUND", entity: "location", id, field: `${FIELD}.${at}` });
}
