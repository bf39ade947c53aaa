import { and, count, eq, isDuplicateKey } from "@storehouse/db";
import { inventoryEntries, locations, postings, products, sampleRecords, samples } from "@storehouse/db/tenant";
import { fail, type LoadedSample, type LoadSampleInput } from "@storehouse/domain";
import { type AuditLine, recordAudit } from "../audit.ts";
import { atomically, authorize, personOf, type TenantContext } from "../context.ts";
import { writeNames } from "../import/write/write-names.ts";
import { writeProducts } from "../import/write/write-products.ts";
import { writeVariants } from "../import/write/write-variants.ts";
import { assertRoom } from "../plan/assert-room.ts";
import { firstStamps } from "../record/record-kind.ts";
import { bookSample } from "./book-sample.ts";
import { findTaken } from "./find-taken.ts";
import { planSample, type SamplePlan } from "./plan-sample.ts";
import { everywhere, findSample, SAMPLE_DOCUMENT } from "./sample-record.ts";

/**
 * Fills an empty factory with a sample: products with their places and suppliers, opening stock, and four weeks of entries through the ledger's
 * own verbs, whole or not at all. Sent again with the same id, it answers the same. Throws NOT_ALLOWED, IN_USE where the factory has products or
 * another sample, LIMIT_REACHED, WRONG_STATE for an id whose sample was removed.
 */
export async function loadSample(ctx: TenantContext, { id }: LoadSampleInput): Promise<LoadedSample> {
  authorize(ctx, "sample.load");
  try {
    return await atomically(everywhere(ctx), async (tx) => {
      const known = await answerOf(tx, id);
      if (known !== undefined) return known;
      // The row comes first: of two at once, the second waits here and finds the place taken.
      await tx.db
        .insert(samples)
        .values({ id, userId: personOf(tx), slot: 1, productCount: 0, entryCount: 0, loadedAt: tx.now() });
      await refuseOwnProducts(tx, id);
      const plan = planSample(id, await findTaken(tx.db));
      await writeRecords(tx, id, plan);
      await bookSample(tx, id, plan);
      return await finish(tx, id, plan);
    });
  } catch (error) {
    if (!isDuplicateKey(error, "samples_slot_uq") && !isDuplicateKey(error, "PRIMARY")) throw error;
    return (await answerOf(ctx, id)) ?? fail({ code: "IN_USE", entity: "sample", id, by: "sample", count: 1 });
  }
}

async function answerOf(ctx: TenantContext, id: string): Promise<LoadedSample | undefined> {
  const known = await findSample(ctx, id);
  if (known === undefined) return undefined;
  if (known.removedAt !== null) fail({ code: "WRONG_STATE", entity: "sample", id, state: "REMOVED" });
  return { id, products: known.productCount, entries: known.entryCount };
}

async function refuseOwnProducts({ db }: TenantContext, id: string): Promise<void> {
  const [own] = await db.select({ count: count() }).from(products).where(eq(products.isArchived, 0));
  if (own !== undefined && own.count > 0) {
    fail({ code: "IN_USE", entity: "sample", id, by: "product", count: own.count });
  }
}

const untold = (): Promise<void> => Promise.resolve();

async function writeRecords(ctx: TenantContext, id: string, { work, dispatch }: SamplePlan): Promise<void> {
  await assertRoom(ctx, { locations: work.locations.length + 1, products: work.products.length });
  await writeNames(ctx, work);
  await ctx.db.insert(locations).values({ ...dispatch, type: "TRANSIT", ...firstStamps(ctx.now()) });
  await writeProducts(ctx, work, untold);
  await writeVariants(ctx, work, untold);
  const idsOf = (list: readonly { id: string }[]): string[] => list.map((one) => one.id);
  const records = {
    product: idsOf(work.products),
    variant: idsOf(work.variants),
    location: [...idsOf(work.locations), dispatch.id],
    supplier: idsOf(work.suppliers),
    subcategory: idsOf(work.subcategories),
  } as const;
  const entities = ["product", "variant", "location", "supplier", "subcategory"] as const;
  await ctx.db
    .insert(sampleRecords)
    .values(entities.flatMap((entity) => records[entity].map((recordId) => ({ recordId, sampleId: id, entity }))));
  const created = work.products.map(
    ({ id: entityId, fields }): AuditLine => ({
      action: "products.create",
      entity: "product",
      entityId,
      after: { ...fields, sampleId: id },
    }),
  );
  const place = { action: "locations.create", entity: "location", entityId: dispatch.id, after: dispatch };
  await recordAudit(ctx, ...created, place);
}

async function finish(ctx: TenantContext, id: string, { work }: SamplePlan): Promise<LoadedSample> {
  const [booked] = await ctx.db
    .select({ count: count() })
    .from(inventoryEntries)
    .innerJoin(postings, eq(postings.id, inventoryEntries.postingId))
    .where(and(eq(postings.referenceType, SAMPLE_DOCUMENT), eq(postings.referenceId, id)));
  const loaded = { products: work.products.length, entries: booked?.count ?? 0 };
  await ctx.db
    .update(samples)
    .set({ productCount: loaded.products, entryCount: loaded.entries })
    .where(eq(samples.id, id));
  await recordAudit(ctx, { action: "sample.load", entity: SAMPLE_DOCUMENT, entityId: id, after: loaded });
  return { id, ...loaded };
}
