import { asc, eq, inArray } from "@storehouse/db";
import { alerts, notifications, sampleRecords, samples, variantStock, variants } from "@storehouse/db/tenant";
import { fail, type RemovedSample, type RemoveSampleInput } from "@storehouse/domain";
import { reviewVariants } from "../alert/review-variants.ts";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import { chunksOf } from "../import/in-chunks.ts";
import { recordChange } from "../live/record-change.ts";
import { archiveProducts, archiveUnused } from "./archive-sample.ts";
import { findTouched, idsOfSample } from "./find-touched.ts";
import { reverseAll } from "./reverse-all.ts";
import { everywhere, findSample, SAMPLE_DOCUMENT } from "./sample-record.ts";

/**
 * Removes a sample: undoes every entry of its products that still counts, archives the products and whatever else of it nothing of the factory's
 * own uses, frees the names, and takes back what people were told of its alerts. The ledger keeps all of it. Products people booked themselves are a reason to refuse, are kept whole as the
 * factory's own, or go with those bookings, as `touched` says. Sent again, it answers the same.
 * Throws NOT_ALLOWED, NOT_FOUND, IN_USE naming a product people booked, and INSUFFICIENT_STOCK where stock is promised to somebody.
 */
export async function removeSample(ctx: TenantContext, { id, touched }: RemoveSampleInput): Promise<RemovedSample> {
  authorize(ctx, "sample.remove");
  return atomically(everywhere(ctx), async (tx) => {
    await tx.db.select({ id: samples.id }).from(samples).where(eq(samples.id, id)).for("update");
    const sample = (await findSample(tx, id)) ?? fail({ code: "NOT_FOUND", entity: "sample", id });
    if (sample.removedAt !== null) return { id, removed: sample.removedCount, kept: sample.keptCount };

    const productIds = await idsOfSample(tx.db, id, "product");
    await lockStock(tx, await variantsOf(tx, productIds));
    const kept = await findKept(tx, id, touched);
    const going = productIds.filter((productId) => !kept.includes(productId));
    const variantIds = await variantsOf(tx, going);
    // Archived first, so that stock going to nothing is no shortage of a product in use.
    await archiveProducts(tx, id, going);
    await reviewVariants(tx, variantIds);
    await reverseAll(tx, id, variantIds);
    await forgetNotifications(tx, variantIds);
    await forget(tx, [...kept, ...(await variantsOf(tx, kept)), ...(await archiveUnused(tx, id))]);
    return finish(tx, { id, removed: going.length, kept: kept.length });
  });
}

/** In the order every posting locks in: whoever books on the sample is done before, or waits and finds it archived. */
async function lockStock({ db }: TenantContext, variantIds: readonly string[]): Promise<void> {
  if (variantIds.length === 0) return;
  await db
    .select({ id: variantStock.variantId })
    .from(variantStock)
    .where(inArray(variantStock.variantId, [...variantIds]))
    .orderBy(asc(variantStock.variantId))
    .for("update");
}

async function findKept(
  ctx: TenantContext,
  id: string,
  wish: RemoveSampleInput["touched"],
): Promise<readonly string[]> {
  if (wish === "remove") return [];
  const touched = await findTouched(ctx.db, id);
  const [first] = touched;
  if (wish === "refuse" && first !== undefined) {
    fail({ code: "IN_USE", entity: "product", id: first.productId, by: "entry", count: first.entries });
  }
  return touched.map(({ productId }) => productId);
}

/** All variants of products: also those that people added. */
async function variantsOf({ db }: TenantContext, productIds: readonly string[]): Promise<string[]> {
  if (productIds.length === 0) return [];
  const rows = await db
    .select({ id: variants.id })
    .from(variants)
    .where(inArray(variants.productId, [...productIds]));
  return rows.map(({ id }) => id);
}

/** What was told of the sample's alerts speaks of nothing any more. */
async function forgetNotifications(ctx: TenantContext, variantIds: readonly string[]): Promise<void> {
  if (variantIds.length === 0) return;
  const about = await ctx.db
    .select({ id: alerts.id })
    .from(alerts)
    .where(inArray(alerts.variantId, [...variantIds]));
  for (const some of chunksOf(about.map(({ id }) => id))) {
    await ctx.db.delete(notifications).where(inArray(notifications.alertId, [...some]));
  }
  if (about.length > 0) await recordChange(ctx, { topic: "notifications", ids: null });
}

/** What is kept is the sample's no longer. */
async function forget({ db }: TenantContext, recordIds: readonly string[]): Promise<void> {
  if (recordIds.length > 0) await db.delete(sampleRecords).where(inArray(sampleRecords.recordId, [...recordIds]));
}

async function finish(ctx: TenantContext, answer: RemovedSample): Promise<RemovedSample> {
  const { id, removed, kept } = answer;
  await ctx.db
    .update(samples)
    .set({ slot: null, removedAt: ctx.now(), removedCount: removed, keptCount: kept })
    .where(eq(samples.id, id));
  await recordAudit(ctx, { action: "sample.remove", entity: SAMPLE_DOCUMENT, entityId: id, after: { removed, kept } });
  return answer;
}
