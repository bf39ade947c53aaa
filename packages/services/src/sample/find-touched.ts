import { alias, and, count, eq, inArray, isNull, ne, or, type TenantDb } from "@storehouse/db";
import { inventoryEntries, postings, sampleRecords, variants } from "@storehouse/db/tenant";
import { SAMPLE_DOCUMENT } from "./sample-record.ts";

/** A sample product that people booked, and how many of their entries count. */
export type Touched = Readonly<{ productId: string; entries: number }>;

const reversal = alias(inventoryEntries, "reversal");

/** The sample's products with entries that people made; one that was undone, and what undid it, leave nothing. */
export async function findTouched(db: TenantDb, sampleId: string): Promise<readonly Touched[]> {
  const productIds = await idsOfSample(db, sampleId, "product");
  if (productIds.length === 0) return [];
  return db
    .select({ productId: variants.productId, entries: count() })
    .from(variants)
    .innerJoin(inventoryEntries, eq(inventoryEntries.variantId, variants.id))
    .innerJoin(postings, eq(postings.id, inventoryEntries.postingId))
    .leftJoin(reversal, eq(reversal.reversesId, inventoryEntries.id))
    .where(
      and(
        inArray(variants.productId, productIds),
        isNull(inventoryEntries.reversesId),
        isNull(reversal.id),
        or(
          isNull(postings.referenceType),
          ne(postings.referenceType, SAMPLE_DOCUMENT),
          ne(postings.referenceId, sampleId),
        ),
      ),
    )
    .groupBy(variants.productId);
}

/** The ids of a sample's records of one kind. */
export async function idsOfSample(
  db: TenantDb,
  sampleId: string,
  entity: (typeof sampleRecords.$inferSelect)["entity"],
): Promise<string[]> {
  const rows = await db
    .select({ id: sampleRecords.recordId })
    .from(sampleRecords)
    .where(and(eq(sampleRecords.sampleId, sampleId), eq(sampleRecords.entity, entity)));
  return rows.map(({ id }) => id);
}
