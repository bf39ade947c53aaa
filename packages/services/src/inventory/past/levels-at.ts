import { inArray } from "@storehouse/db";
import { locations, products } from "@storehouse/db/tenant";
import { type LevelsAtInput, moneyText, type Page, type PastLevelRow, quantityText } from "@storehouse/domain";
import { authorize, type TenantContext } from "../../context.ts";
import { mayReach } from "../../place-scope.ts";
import { findPastVariants, pastPage } from "./past-page.ts";
import { sumEntries } from "./sum-entries.ts";

/**
 * What was where at a moment, by product, a page at a time: the sum of all that had happened by then, whenever it was written, which is what
 * replaying the ledger gives. Places where nothing was left are not shown. Throws NOT_ALLOWED, INVALID for a cursor no page handed out.
 */
export async function levelsAt(ctx: TenantContext, input: LevelsAtInput): Promise<Page<PastLevelRow>> {
  authorize(ctx, "inventory.read");
  const until = new Date(input.asOf);
  const names = new Map(
    (await ctx.db.select({ id: locations.id, name: locations.name }).from(locations)).map(({ id, name }) => [id, name]),
  );
  return pastPage(ctx, { input, until }, async (productIds) => {
    const variants = new Map((await findPastVariants(ctx, productIds)).map((row) => [row.variantId, row]));
    const places = await sumEntries(ctx.db, until, inArray(products.id, [...productIds]));
    return places.flatMap(({ variantId, locationId, onHand, value }): PastLevelRow[] => {
      const variant = variants.get(variantId);
      const isAsked = input.locationId === undefined || input.locationId === locationId;
      if (variant === undefined || onHand === 0n || !isAsked || !mayReach(ctx, locationId)) return [];
      const locationName = names.get(locationId) ?? "";
      return [{ ...variant, locationId, locationName, onHand: quantityText(onHand), value: moneyText(value) }];
    });
  });
}
