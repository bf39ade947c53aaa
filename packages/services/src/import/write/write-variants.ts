import { and, asc, eq, inArray } from "@storehouse/db";
import { barcodes, variantStock, variants } from "@storehouse/db/tenant";
import { fail } from "@storehouse/domain";
import type { TenantContext } from "../../context.ts";
import { reviewVariants } from "../../alert/review-variants.ts";
import { attributesKey } from "../../product/attributes-key.ts";
import { firstLow, refreshLowOf } from "../../product/stock.ts";
import { firstStamps } from "../../record/record-kind.ts";
import { chunksOf } from "../in-chunks.ts";
import type { ImportWork, PlannedVariant } from "../plan/import-work.ts";
import type { Told } from "./write-import.ts";

/** Adds new variants with an empty stock, changes those there are, and adds barcodes. Throws STALE for one changed since the plan. */
export async function writeVariants(ctx: TenantContext, work: ImportWork, told: Told): Promise<void> {
  for (const some of chunksOf(work.variants.filter(({ before }) => before === null))) {
    await add(ctx, some);
    await told(some.length);
  }
  const changes = work.variants.flatMap(({ id, name, minimumStock, before }) =>
    before === null ? [] : [{ id, name, minimumStock, version: before.version }],
  );
  await changeVariants(ctx, changes, told);
  for (const some of chunksOf(work.barcodes)) await ctx.db.insert(barcodes).values(some);
}

async function add(ctx: TenantContext, added: readonly PlannedVariant[]): Promise<void> {
  const stamps = firstStamps(ctx.now());
  await ctx.db.insert(variants).values(
    added.map(({ id, productId, sku, name, minimumStock, attributes, isDefault }) => ({
      id,
      productId,
      sku,
      name,
      minimumStock,
      attributes,
      attributesKey: attributesKey(attributes, id),
      isDefault: Number(isDefault),
      ...stamps,
    })),
  );
  await ctx.db.insert(variantStock).values(
    added.map(({ id, productId, minimumStock }) => ({
      variantId: id,
      productId,
      isLow: firstLow(ctx, minimumStock),
    })),
  );
}

/** A variant that is to have this name and minimum, if its version is still the one named. */
export type VariantChange = Readonly<{ id: string; version: number; name: string | null; minimumStock: string | null }>;

/** Brings variants to the given name and minimum. Throws STALE for one whose version is another by now. */
export async function changeVariants(
  ctx: TenantContext,
  changes: readonly VariantChange[],
  told?: Told,
): Promise<void> {
  for (const some of chunksOf(changes)) {
    for (const one of some) await change(ctx, one);
    const ids = some.map(({ id }) => id);
    await refreshLow(ctx, ids);
    await reviewVariants(ctx, ids);
    await told?.(some.length);
  }
}

async function change(ctx: TenantContext, { id, version, name, minimumStock }: VariantChange): Promise<void> {
  const [result] = await ctx.db
    .update(variants)
    .set({ name, minimumStock, version: version + 1, updatedAt: ctx.now() })
    .where(and(eq(variants.id, id), eq(variants.version, version)));
  if (result.affectedRows === 1) return;
  fail({ code: "STALE", entity: "variant", id, current: {}, changed: ["version"] });
}

/** Decides anew which of the changed variants stand at or below their minimum, locked in the order every posting locks them. */
async function refreshLow(ctx: TenantContext, ids: string[]): Promise<void> {
  await ctx.db
    .select({ id: variantStock.variantId })
    .from(variantStock)
    .where(inArray(variantStock.variantId, ids))
    .orderBy(asc(variantStock.variantId))
    .for("update");
  await refreshLowOf(ctx, inArray(variantStock.variantId, ids));
}
