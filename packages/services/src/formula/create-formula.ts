import { productFormulas } from "@storehouse/db/tenant";
import type { CreateFormulaInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { createOnce } from "../record/create-once.ts";
import { firstStamps } from "../record/record-kind.ts";
import { checkFormula } from "./check-formula.ts";
import { lockGraph } from "./lock-formula.ts";
import { writeVersion } from "./write-version.ts";

/**
 * Adds the formula of a variant with its first version. Sent twice, it adds one. Throws TAKEN where the variant has a formula, archived ones
 * included, and what `checkFormula` throws.
 */
export async function createFormula(ctx: TenantContext, input: CreateFormulaInput): Promise<{ id: string }> {
  authorize(ctx, "productFormulas.create");
  const { id, ...content } = input;
  const { variantId, versionId, name, note, isActive } = content;
  const record = {
    entity: "formula" as const,
    action: "productFormulas.create",
    id,
    content,
    uniques: { product_formulas_variant_uq: "variantId" as const },
  };
  await createOnce(ctx, record, async (tx) => {
    await lockGraph(tx.db);
    const document = await checkFormula(tx, content);
    await tx.db.insert(productFormulas).values({ id, variantId, ...firstStamps(tx.now()) });
    await writeVersion(tx, { id: versionId, formulaId: id, number: 1, name, note, isActive, ...document });
  });
  return { id };
}
