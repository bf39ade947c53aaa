import { and, count, eq, gt, isNull, ne } from "@storehouse/db";
import { stockLevels, variants } from "@storehouse/db/tenant";
import { type ArchiveInput, fail } from "@storehouse/domain";
import { reviewVariants } from "../alert/review-variants.ts";
import { authorize, type TenantContext } from "../context.ts";
import { refuseComponent } from "../formula/refuse-component.ts";
import { archiveRecord } from "../record/archive-record.ts";
import { lockVariantStock, refreshLow } from "./stock.ts";
import { lockProductOf } from "./variant-product.ts";
import { variantRecord } from "./variant-record.ts";

/** Archives a variant or takes it back. Refuses with IN_USE while any of it is left or a formula in use needs it, and for the last one a product has in use. */
export function archiveVariant(ctx: TenantContext, input: ArchiveInput): Promise<{ version: number }> {
  authorize(ctx, "products.update");
  return archiveRecord(ctx, variantRecord, input, {
    check: async (tx, { id }, { isArchived }) => {
      await lockVariantStock(tx, id);
      const product = await lockProductOf(tx, id);
      if (!isArchived && product.isArchived) fail({ code: "ARCHIVED", entity: "product", id: product.id });
      if (!isArchived) return;
      await refuseStocked(tx, id);
      await refuseLast(tx, id, product.id);
      await refuseComponent(tx, { entity: "variant", id });
    },
    andThen: async (tx, { id }) => {
      await refreshLow(tx, id);
      await reviewVariants(tx, [id]);
    },
  });
}

async function refuseStocked(ctx: TenantContext, id: string): Promise<void> {
  const [stocked] = await ctx.db
    .select({ count: count() })
    .from(stockLevels)
    .where(and(eq(stockLevels.variantId, id), gt(stockLevels.onHand, "0")));
  if (stocked !== undefined && stocked.count > 0) {
    fail({ code: "IN_USE", entity: "variant", id, by: "location", count: stocked.count });
  }
}

/** A product in use has something to book; to take it out of use, archive the product. */
async function refuseLast(ctx: TenantContext, id: string, productId: string): Promise<void> {
  const [other] = await ctx.db
    .select({ id: variants.id })
    .from(variants)
    .where(and(eq(variants.productId, productId), ne(variants.id, id), isNull(variants.archivedAt)))
    .limit(1);
  if (other === undefined) fail({ code: "IN_USE", entity: "variant", id, by: "product", count: 1 });
}
