import { alias, and, eq, inArray, isNull, ne, or, sql, sum, type TenantDb } from "@storehouse/db";
import { inventoryEntries, stockLevels } from "@storehouse/db/tenant";
import { placeKey, trimDecimal } from "@storehouse/domain";
import { inChunks } from "../in-chunks.ts";
import type { KnownPlace } from "./catalogue.ts";

/** What stands at each place of these variants. An opening that was undone, and what undid it, count as never booked. */
export async function findPlaces(
  db: TenantDb,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, KnownPlace>> {
  const levels = await inChunks(variantIds, (some) => readLevels(db, some));
  const booked = await inChunks(variantIds, (some) => readBooked(db, some));
  const bookedAt = new Map(booked.map((row) => [placeKey(row.variantId, row.locationId), row.opening ?? "0"]));
  return new Map(
    levels.map(({ variantId, locationId, onHand }) => {
      const key = placeKey(variantId, locationId);
      const opening = trimDecimal(bookedAt.get(key) ?? "0");
      return [key, { onHand: trimDecimal(onHand ?? "0"), opening, isBooked: bookedAt.has(key) }];
    }),
  );
}

const readLevels = (db: TenantDb, variantIds: string[]) =>
  db
    .select({ variantId: stockLevels.variantId, locationId: stockLevels.locationId, onHand: sum(stockLevels.onHand) })
    .from(stockLevels)
    .where(inArray(stockLevels.variantId, variantIds))
    .groupBy(stockLevels.variantId, stockLevels.locationId);

function readBooked(db: TenantDb, variantIds: string[]) {
  const { variantId, locationId, type, quantity, id, reversesId } = inventoryEntries;
  const reversal = alias(inventoryEntries, "reversal");
  const original = alias(inventoryEntries, "original");
  return db
    .select({
      variantId,
      locationId,
      opening: sql<string | null>`sum(case when ${type} = 'opening' then ${quantity} end)`,
    })
    .from(inventoryEntries)
    .leftJoin(reversal, eq(reversal.reversesId, id))
    .leftJoin(original, eq(original.id, reversesId))
    .where(
      and(
        inArray(variantId, variantIds),
        or(ne(type, "opening"), isNull(reversal.id)),
        or(isNull(original.id), ne(original.type, "opening")),
      ),
    )
    .groupBy(variantId, locationId);
}
