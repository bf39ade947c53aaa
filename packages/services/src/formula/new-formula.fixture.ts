import { CreateFormulaInput, type FormulaComponent } from "@storehouse/domain";
import { v7 } from "uuid";
import type { TenantContext } from "../context.ts";
import { createFormula } from "./create-formula.ts";

type Part = Readonly<{ variantId: string }> & Partial<FormulaComponent>;

/** What a test sends to make a formula, as the router would hand it on. */
export const newFormula = (
  variantId: string,
  components: readonly Part[],
  fields: Partial<CreateFormulaInput> = {},
): CreateFormulaInput =>
  CreateFormulaInput.parse({
    id: v7(),
    versionId: v7(),
    variantId,
    outputQuantity: "1",
    components: components.map(({ variantId: id, quantity = "1", unitId, scrapPercent }) => ({
      variantId: id,
      quantity,
      unitId,
      scrapPercent,
    })),
    ...fields,
  });

/** Makes a formula that is in use, for tests. */
export async function addFormula(
  ctx: TenantContext,
  variantId: string,
  components: readonly Part[],
  fields: Partial<CreateFormulaInput> = {},
): Promise<CreateFormulaInput> {
  const input = newFormula(variantId, components, fields);
  await createFormula(ctx, input);
  return input;
}
