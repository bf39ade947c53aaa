import { type ArchiveInput, fail, quantityOf } from "@storehouse/domain";
import { reviewVariants } from "../alert/review-variants.ts";
import { authorize, type TenantContext } from "../context.ts";
import { refuseComponent } from "../formula/refuse-component.ts";
import { assertRoom } from "../plan/assert-room.ts";
import { archiveRecord } from "../record/archive-record.ts";
import { productRecord } from "./product-record.ts";
import { lockProductStock } from "./stock.ts";

/** Archives a product or takes it back. Refuses with IN_USE while any of it is left, or a formula in use needs it; one taken back, with LIMIT_REACHED. */
export function archiveProduct(ctx: TenantContext, input: ArchiveInput): Promise<{ version: number }> {
  authorize(ctx, "products.archive");
  return archiveRecord(ctx, productRecord, input, {
    check: async (tx, { id }, { isArchived }) => {
      if (!isArchived) return assertRoom(tx, { products: 1 });
      await refuseStocked(tx, id);
      await refuseComponent(tx, { entity: "product", id });
    },
    andThen: async (tx, { id }) => {
      const stock = await lockProductStock(tx, id);
      await reviewVariants(
        tx,
        stock.map(({ variantId }) => variantId),
      );
    },
  });
}

async function refuseStocked(ctx: TenantContext, id: string): Promise<void> {
  const stock = await lockProductStock(ctx, id);
  const count = stock.filter(({ onHand }) => quantityOf(onHand) > 0n).length;
  if (count > 0) fail({ code: "IN_USE", entity: "product", id, by: "variant", count });
}
