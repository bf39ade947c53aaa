import type { FindByCodeInput, VariantChoice } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { findByCode as findIds } from "./find-variant-ids.ts";
import { readVariantChoices } from "./read-variant-choices.ts";

/** More of one product's variants than this are not told apart by a scan. */
const CHOICES = 20;

/**
 * What a scanned code stands for: the variants in use that have it as their barcode or code; where none has, those of the product with
 * that code. Several when the code does not tell them apart, none when nothing has it.
 */
export async function findByCode(
  ctx: TenantContext,
  { code }: FindByCodeInput,
): Promise<{ rows: readonly VariantChoice[] }> {
  authorize(ctx, "products.read");
  const ids = await findIds(ctx.db, code, CHOICES);
  const rows = await readVariantChoices(ctx, ids);
  return { rows: rows.map((row) => ({ ...row, isExact: true })) };
}
