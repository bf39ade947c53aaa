import { and, asc, count, eq, inArray, lt, type TenantDb } from "@storehouse/db";
import { inventoryEntries, locations, postings, products, units, variants } from "@storehouse/db/tenant";
import { type AuditMove, trimDecimal } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { inPlaces } from "../place-scope.ts";

/** How many of a posting's entries a line shows. */
const SHOWN = 4;

export type PostingFacts = Readonly<{ moves: readonly AuditMove[]; moveCount: number; reference: string | null }>;

/** What postings moved: their first entries, how many there are, and the reference. */
export async function findMoves(
  ctx: TenantContext,
  postingIds: readonly string[],
): Promise<ReadonlyMap<string, PostingFacts>> {
  if (postingIds.length === 0) return new Map();
  const ids = [...postingIds];
  const [shown, counted, referred] = await Promise.all([
    readShown(ctx, ids),
    readCounts(ctx, ids),
    readReferences(ctx.db, ids),
  ]);
  const counts = new Map(counted.map((row) => [row.postingId, row.count]));
  const references = new Map(referred.map((row) => [row.id, row.reference]));
  return new Map(
    ids.map((id) => [
      id,
      {
        moves: shown
          .filter(({ postingId }) => postingId === id)
          .map(({ postingId: _, ...move }) => ({ ...move, quantity: trimDecimal(move.quantity) })),
        moveCount: counts.get(id) ?? 0,
        reference: references.get(id) ?? null,
      },
    ]),
  );
}

const readShown = (ctx: TenantContext, ids: string[]) =>
  ctx.db
    .select({
      postingId: inventoryEntries.postingId,
      entryId: inventoryEntries.id,
      type: inventoryEntries.type,
      productName: products.name,
      variantName: variants.name,
      quantity: inventoryEntries.quantity,
      unit: units.code,
      locationName: locations.name,
    })
    .from(inventoryEntries)
    .innerJoin(variants, eq(variants.id, inventoryEntries.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(units, eq(units.id, products.baseUnitId))
    .innerJoin(locations, eq(locations.id, inventoryEntries.locationId))
    .where(
      and(
        inArray(inventoryEntries.postingId, ids),
        lt(inventoryEntries.lineNumber, SHOWN),
        inPlaces(ctx, inventoryEntries.locationId),
      ),
    )
    .orderBy(asc(inventoryEntries.postingId), asc(inventoryEntries.lineNumber));

const readCounts = (ctx: TenantContext, ids: string[]) =>
  ctx.db
    .select({ postingId: inventoryEntries.postingId, count: count() })
    .from(inventoryEntries)
    .where(and(inArray(inventoryEntries.postingId, ids), inPlaces(ctx, inventoryEntries.locationId)))
    .groupBy(inventoryEntries.postingId);

const readReferences = (db: TenantDb, ids: string[]) =>
  db.select({ id: postings.id, reference: postings.reference }).from(postings).where(inArray(postings.id, ids));
