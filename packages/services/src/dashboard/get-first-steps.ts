import { and, asc, count, eq, exists, isNull, not, type SQL, sql, type TenantDb } from "@storehouse/db";
import { inventoryEntries, locations, products, sampleRecords, users } from "@storehouse/db/tenant";
import type { FirstSteps } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { getSample } from "../sample/get-sample.ts";

/** What the factory has of its own by now; a sample's records are nobody's. Throws NOT_ALLOWED. */
export async function getFirstSteps(ctx: TenantContext): Promise<FirstSteps> {
  authorize(ctx, "factory.read");
  const { db } = ctx;
  const isOwnPlace = and(isNull(locations.archivedAt), notOfSample(db, locations.id));
  const [places] = await db.select({ count: count() }).from(locations).where(isOwnPlace);
  const [first] = await db
    .select({ name: locations.name, version: locations.version })
    .from(locations)
    .where(isOwnPlace)
    .orderBy(asc(locations.createdAt), asc(locations.id))
    .limit(1);
  const own = await db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.isArchived, 0), notOfSample(db, products.id)))
    .limit(1);
  const booked = await db
    .select({ id: inventoryEntries.id })
    .from(inventoryEntries)
    .where(notOfSample(db, inventoryEntries.variantId))
    .limit(1);
  return {
    places: places?.count ?? 0,
    firstPlace: first?.name ?? null,
    isFirstPlaceNamed: (first?.version ?? 1) > 1,
    hasProducts: own.length > 0,
    hasEntries: booked.length > 0,
    people: ctx.actor.permissions.has("users.read") ? await countPeople(db) : null,
    sample: await getSample(ctx),
  };
}

type IdColumn = typeof locations.id | typeof products.id | typeof inventoryEntries.variantId;

const notOfSample = (db: TenantDb, id: IdColumn): SQL =>
  not(exists(db.select({ found: sql`1` }).from(sampleRecords).where(eq(sampleRecords.recordId, id))));

async function countPeople(db: TenantDb): Promise<number> {
  const [row] = await db.select({ count: count() }).from(users).where(eq(users.isActive, true));
  return row?.count ?? 0;
}
