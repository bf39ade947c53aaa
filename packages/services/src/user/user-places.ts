import { eq, inArray, type ReadDb, type TenantDb } from "@storehouse/db";
import { locations, userLocations } from "@storehouse/db/tenant";
import { fail } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { assertReach } from "../place-scope.ts";

const FIELD = "locationIds";

type Place = Readonly<{ id: string; name: string }>;

/** The ids of the places each of some people is limited to, in order; nobody stands in it who is limited to none. */
export async function findPlaces(
  db: ReadDb,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const named = await findNamedPlaces(db, userIds);
  return new Map([...named].map(([userId, places]) => [userId, places.map(({ id }) => id)]));
}

/** The same with their names. */
export async function findNamedPlaces(
  db: ReadDb,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Place[]>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .select({ userId: userLocations.userId, id: userLocations.locationId, name: locations.name })
    .from(userLocations)
    .innerJoin(locations, eq(locations.id, userLocations.locationId))
    .where(inArray(userLocations.userId, [...userIds]))
    .orderBy(userLocations.userId, userLocations.locationId);
  return Map.groupBy(rows, ({ userId }) => userId);
}

/** Places as they are kept and compared: each once, in order. */
export const normalPlaces = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

/** Where people and their places are changed together: what they have now, and what they shall have. */
type Places = Readonly<{ before: readonly string[]; after: readonly string[] }>;

/**
 * Limits a person to these places and no others. Who is limited gives no place beyond their own, and nobody the run of the factory.
 * Throws NOT_FOUND and INVALID at the field.
 */
export async function savePlaces(ctx: TenantContext, userId: string, { before, after: ids }: Places): Promise<void> {
  if (ids.length === 0 && ctx.actor.places !== null) fail({ code: "INVALID", field: FIELD, reason: "REQUIRED" });
  for (const [at, id] of ids.entries()) if (!before.includes(id)) assertReach(ctx, id, `${FIELD}.${at}`);
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
