import { and, count, eq, inArray, ne, sql } from "@storehouse/db";
import { imports, inventoryEntries, products, variants } from "@storehouse/db/tenant";
import { fail, type UndoImportInput } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import { reverse } from "../inventory/reverse.ts";
import { inChunks, chunksOf } from "./in-chunks.ts";
import type { StoredResult } from "./import-row.ts";

/**
 * Takes an import back: reverses its opening entries and archives the products it made. What it changed, and places, groups and suppliers it
 * made, stay. Sent again, it answers the same. Throws NOT_FOUND, WRONG_STATE for one that is not done, IN_USE naming a product that was
 * booked since, and what `reverse` throws: INSUFFICIENT_STOCK where the goods have gone on.
 */
export function undoImport(ctx: TenantContext, input: UndoImportInput): Promise<Record<string, never>> {
  authorize(ctx, "products.import");
  return atomically(ctx, async (tx) => {
    const row = await lockImport(tx, input.id);
    if (row.state === "UNDONE") return {};
    const result = row.result as StoredResult | null;
    if (row.state !== "DONE" || result === null) {
      return fail({ code: "WRONG_STATE", entity: "import", id: input.id, state: row.state });
    }
    await refuseBooked(tx, result);
    if (result.postingId !== null) {
      const reason = `Import of ${row.fileName} undone`;
      await reverse(tx, { clientId: input.clientId, postingId: result.postingId, reason });
    }
    await archiveProducts(tx, result.madeProducts);
    await tx.db.update(imports).set({ state: "UNDONE", updatedAt: tx.now() }).where(eq(imports.id, input.id));
    await recordAudit(tx, { action: "imports.undo", entity: "import", entityId: input.id });
    return {};
  });
}

async function lockImport(ctx: TenantContext, id: string) {
  const [row] = await ctx.db
    .select({ state: imports.state, result: imports.result, fileName: imports.fileName })
    .from(imports)
    .where(eq(imports.id, id))
    .for("update");
  return row ?? fail({ code: "NOT_FOUND", entity: "import", id });
}

/** A product the import made and people have booked since is theirs by now. */
async function refuseBooked(ctx: TenantContext, { madeProducts, postingId }: StoredResult): Promise<void> {
  const booked = await inChunks(madeProducts, (ids) =>
    ctx.db
      .select({ id: variants.productId, count: count() })
      .from(inventoryEntries)
      .innerJoin(variants, eq(variants.id, inventoryEntries.variantId))
      .where(
        and(
          inArray(variants.productId, ids),
          postingId === null ? undefined : ne(inventoryEntries.postingId, postingId),
        ),
      )
      .groupBy(variants.productId),
  );
  const [first] = booked;
  if (first !== undefined) fail({ code: "IN_USE", entity: "product", id: first.id, by: "entry", count: first.count });
}

async function archiveProducts(ctx: TenantContext, ids: readonly string[]): Promise<void> {
  const now = ctx.now();
  for (const some of chunksOf(ids)) {
    await ctx.db
      .update(products)
      .set({ isArchived: 1, archivedAt: now, updatedAt: now, version: sql`${products.version} + 1` })
      .where(and(inArray(products.id, some), eq(products.isArchived, 0)));
    await recordAudit(
      ctx,
      ...some.map((entityId) => ({
        action: "products.archive",
        entity: "product",
        entityId,
        after: { isArchived: true },
      })),
    );
  }
}
