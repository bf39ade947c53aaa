import { alias, asc, desc, eq, startsWith } from "@storehouse/db";
import { inventoryEntries, postings, products, units, variants } from "@storehouse/db/tenant";
import { type SearchEntry, trimDecimal } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { inPlaces } from "../place-scope.ts";

/** So many postings of a reference are looked at, the newest: what nobody may see among them must not make the search long. */
const POSTINGS_MAX = 200;

/** The query of `findEntries`: the references from their beginning by their index, then the entries of those postings by theirs. */
export function selectEntriesByReference(ctx: Pick<TenantContext, "db" | "actor">, search: string, limit: number) {
  const { db } = ctx;
  const reversals = alias(inventoryEntries, "reversals");
  const found = db
    .select({ id: postings.id, reference: postings.reference })
    .from(postings, { forceIndex: ["postings_reference_ix"] })
    .where(startsWith(postings.reference, search))
    .orderBy(desc(postings.reference), desc(postings.id))
    .limit(POSTINGS_MAX)
    .as("found");
  return db
    .select({
      id: inventoryEntries.id,
      postingId: inventoryEntries.postingId,
      productId: variants.productId,
      name: products.name,
      variantName: variants.name,
      reference: found.reference,
      type: inventoryEntries.type,
      quantity: inventoryEntries.quantity,
      unit: units.code,
      occurredAt: inventoryEntries.occurredAt,
      userId: inventoryEntries.userId,
      reversesId: inventoryEntries.reversesId,
      reversedById: reversals.id,
    })
    .from(found)
    .innerJoin(inventoryEntries, eq(inventoryEntries.postingId, found.id))
    .innerJoin(variants, eq(variants.id, inventoryEntries.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(units, eq(units.id, products.baseUnitId))
    .leftJoin(reversals, eq(reversals.reversesId, inventoryEntries.id))
    .where(inPlaces(ctx, inventoryEntries.locationId))
    .orderBy(desc(inventoryEntries.occurredAt), asc(inventoryEntries.id))
    .limit(limit);
}

/** Entries at the caller's places whose reference begins with the text, the newest first. */
export async function findEntries(ctx: TenantContext, search: string, limit: number): Promise<SearchEntry[]> {
  const rows = await selectEntriesByReference(ctx, search, limit);
  return rows.map(({ name, variantName, reference, quantity, occurredAt, reversesId, reversedById, ...row }) => ({
    kind: "entry",
    ...row,
    name: variantName === null ? name : `${name}, ${variantName}`,
    reference: reference ?? "",
    quantity: trimDecimal(quantity),
    occurredAt: occurredAt.toISOString(),
    isSettled: reversesId !== null || reversedById !== null,
  }));
}
