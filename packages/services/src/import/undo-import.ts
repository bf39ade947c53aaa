import { alias, and, count, eq, gt, inArray, isNull, ne, or, sql } from "@storehouse/db";
import { barcodes, imports, inventoryEntries, products, variantStock, variants } from "@storehouse/db/tenant";
import { fail, type UndoImportInput } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { reviewVariants } from "../alert/review-variants.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import { reverse } from "../inventory/reverse.ts";
import { chunksOf, inChunks } from "./in-chunks.ts";
import type { StoredResult } from "./import-row.ts";
import type { UndoRecord } from "./undo-record.ts";
import { auditChanges, type Changing } from "./write/audit-changes.ts";
import { changeProducts } from "./write/write-products.ts";
import { changeVariants } from "./write/write-variants.ts";

/**
 * Takes an import back, whole or not at all: reverses its opening entries, archives the products and variants it made, takes its barcodes off and
 * gives what it changed its old values. Places, groups, suppliers and packs it made stay. Sent again, it answers the same.
 * Throws NOT_FOUND, WRONG_STATE for one that is not done, IN_USE naming a product that was booked since, STALE naming one that was changed since,
 * and what `reverse` throws: INSUFFICIENT_STOCK where the goods have gone on.
 */
export function undoImport(ctx: TenantContext, input: UndoImportInput): Promise<Record<string, never>> {
  authorize(ctx, "products.import");
  return atomically(ctx, async (tx) => {
    const row = await lockImport(tx, input.id);
    if (row.state === "UNDONE") return {};
    const result = row.result as StoredResult | null;
    if (row.state !== "DONE" || result === null || row.sheet === null) {
      return fail({ code: "WRONG_STATE", entity: "import", id: input.id, state: row.state });
    }
    const record = JSON.parse(row.sheet) as UndoRecord;
    const { postingId } = result;
    await refuseBooked(tx, record, postingId);
    await auditChanges(tx, await changingOf(tx, input.id, record), async () => {
      await changeProducts(
        tx,
        record.changedProducts.map((product) => ({ ...product, addedVariants: 0 })),
      );
      await changeVariants(tx, record.changedVariants);
      if (postingId !== null) {
        await reverse(tx, { clientId: input.clientId, postingId, reason: `Import of ${row.fileName} undone` });
      }
      await putAway(tx, record);
      await reviewVariants(tx, await variantsOf(tx, record));
    });
    await tx.db
      .update(imports)
      .set({ state: "UNDONE", sheet: null, updatedAt: tx.now() })
      .where(eq(imports.id, input.id));
    await recordAudit(tx, { action: "imports.undo", entity: "import", entityId: input.id });
    return {};
  });
}

/** All that taking the import back may change. */
async function changingOf(ctx: TenantContext, importId: string, record: UndoRecord): Promise<Changing> {
  const coded = await inChunks(record.barcodes, (some) =>
    ctx.db.select({ id: barcodes.variantId }).from(barcodes).where(inArray(barcodes.code, some)),
  );
  const changed = [...coded, ...record.changedVariants].map(({ id }) => id);
  return {
    importId,
    productIds: [...new Set([...record.products, ...record.changedProducts.map(({ id }) => id)])],
    variantIds: [...new Set([...record.variants, ...changed])],
  };
}

async function lockImport(ctx: TenantContext, id: string) {
  const [row] = await ctx.db
    .select({ state: imports.state, result: imports.result, sheet: imports.sheet, fileName: imports.fileName })
    .from(imports)
    .where(eq(imports.id, id))
    .for("update");
  return row ?? fail({ code: "NOT_FOUND", entity: "import", id });
}

/** What the import made and people have booked since is theirs by now. A booking that was taken back leaves nothing, nor does what took it back. */
async function refuseBooked(ctx: TenantContext, record: UndoRecord, postingId: string | null): Promise<void> {
  const [original, reversal] = [alias(inventoryEntries, "original"), alias(inventoryEntries, "reversal")];
  const isOthers = postingId === null ? undefined : ne(inventoryEntries.postingId, postingId);
  const undoesOurs = postingId === null ? undefined : eq(original.postingId, postingId);
  const stands = and(isNull(reversal.id), or(isNull(original.id), undoesOurs));
  const changed = new Set(record.changedProducts.map(({ id }) => id));
  const made = record.products.filter((id) => !changed.has(id));
  const ask = (isMade: (ids: string[]) => ReturnType<typeof inArray>) => (ids: string[]) =>
    ctx.db
      .select({ id: variants.productId, count: count() })
      .from(inventoryEntries)
      .innerJoin(variants, eq(variants.id, inventoryEntries.variantId))
      .leftJoin(original, eq(original.id, inventoryEntries.reversesId))
      .leftJoin(reversal, eq(reversal.reversesId, inventoryEntries.id))
      .where(and(isMade(ids), isOthers, stands))
      .groupBy(variants.productId);
  const booked = [
    ...(await inChunks(
      made,
      ask((ids) => inArray(variants.productId, ids)),
    )),
    ...(await inChunks(
      record.variants,
      ask((ids) => inArray(variants.id, ids)),
    )),
  ];
  const [first] = booked;
  if (first !== undefined) fail({ code: "IN_USE", entity: "product", id: first.id, by: "entry", count: first.count });
}

/** Archives what was made or had come back, and takes barcodes off. Throws IN_USE for a product of which something is left. */
async function putAway(ctx: TenantContext, record: UndoRecord): Promise<void> {
  const now = ctx.now();
  for (const some of chunksOf(record.barcodes)) await ctx.db.delete(barcodes).where(inArray(barcodes.code, some));
  for (const some of chunksOf(record.variants)) {
    await ctx.db
      .update(variants)
      .set({ archivedAt: now, updatedAt: now, version: sql`${variants.version} + 1` })
      .where(inArray(variants.id, some));
  }
  for (const some of chunksOf(record.products)) {
    await refuseStocked(ctx, some);
    await ctx.db
      .update(products)
      .set({ isArchived: 1, archivedAt: now, updatedAt: now, version: sql`${products.version} + 1` })
      .where(and(inArray(products.id, some), eq(products.isArchived, 0)));
  }
}

async function variantsOf(ctx: TenantContext, record: UndoRecord): Promise<readonly string[]> {
  const rows = await inChunks(record.products, (some) =>
    ctx.db.select({ id: variants.id }).from(variants).where(inArray(variants.productId, some)),
  );
  return [...record.variants, ...rows.map(({ id }) => id)];
}

async function refuseStocked(ctx: TenantContext, ids: string[]): Promise<void> {
  const [stocked] = await ctx.db
    .select({ id: variantStock.productId })
    .from(variantStock)
    .where(and(inArray(variantStock.productId, ids), gt(variantStock.onHand, "0")))
    .limit(1);
  if (stocked !== undefined) fail({ code: "IN_USE", entity: "product", id: stocked.id, by: "variant", count: 1 });
}
