import type { FindVariantsInput, VariantChoice } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { findByBeginning, findById, findByText } from "./find-variant-ids.ts";
import { readVariantChoices } from "./read-variant-choices.ts";

/**
 * Finds what can be booked: whole codes, skus and barcodes first, then what begins with the text, then what holds it. Without a text, the
 * first by code; with `variantId`, that one.
 */
export async function findVariants(
  ctx: TenantContext,
  { search, variantId, limit }: FindVariantsInput,
): Promise<{ rows: readonly VariantChoice[] }> {
  authorize(ctx, "products.read");
  const found = variantId
    ? await findById(ctx.db, variantId)
    : search
      ? await findByBeginning(ctx.db, search, limit)
      : [];
  // The text anywhere is looked for in every product, so only where the indexes left room.
  const more = variantId === undefined && found.length < limit ? await findByText(ctx.db, search, limit) : [];
  const isExact = new Map(found.map((one) => [one.id, one.isExact]));
  const ids = [...new Set([...found, ...more].map(({ id }) => id))].slice(0, limit);
  const rows = await readVariantChoices(ctx, ids);
  return { rows: rows.map((row) => ({ ...row, isExact: isExact.get(row.variantId) ?? false })) };
}
