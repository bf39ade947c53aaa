import type { FindVariantsInput, VariantChoice } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { findByBeginning, findByText } from "./find-variant-ids.ts";
import { readVariantChoices } from "./read-variant-choices.ts";

/** Finds what can be booked: whole codes, skus and barcodes first, then what begins with the text, then what holds it. */
export async function findVariants(
  ctx: TenantContext,
  { search, limit }: FindVariantsInput,
): Promise<{ rows: readonly VariantChoice[] }> {
  authorize(ctx, "products.read");
  if (search === "") return { rows: [] };
  const found = await findByBeginning(ctx.db, search, limit);
  // The text anywhere is looked for in every product, so only where the indexes left room.
  const more = found.length < limit ? await findByText(ctx.db, search, limit) : [];
  const isExact = new Map(found.map((one) => [one.id, one.isExact]));
  const ids = [...new Set([...found, ...more].map(({ id }) => id))].slice(0, limit);
  const rows = await readVariantChoices(ctx.db, ids);
  return { rows: rows.map((row) => ({ ...row, isExact: isExact.get(row.variantId) ?? false })) };
}
