import { type AddVariantInput, CreateProductInput, type UpdateProductInput } from "@storehouse/domain";
import { v7 } from "uuid";
import type { TenantContext } from "../context.ts";
import { listUnits } from "../unit/index.ts";

let made = 0;

/** The id of a starter unit, for tests. */
export async function unitId(ctx: TenantContext, code = "pcs"): Promise<string> {
  const { rows } = await listUnits(ctx);
  const unit = rows.find((row) => row.code === code);
  if (unit === undefined) throw new Error(`no unit ${code}`);
  return unit.id;
}

/** What a test sends to make a product, as the router would hand it on. */
export function newProduct(baseUnitId: string, fields: Partial<CreateProductInput> = {}): CreateProductInput {
  made += 1;
  return CreateProductInput.parse({
    id: v7(),
    variantId: v7(),
    code: `NP-${made}`,
    name: `New product ${made}`,
    category: "finished",
    sourceType: "trading",
    baseUnitId,
    ...fields,
  });
}

/** A change of a product that was made from `input`, with everything else as it was. */
export function changeOf(input: CreateProductInput, version: number, fields: Partial<UpdateProductInput> = {}) {
  const { variantId: _variantId, barcodes: _barcodes, minimumStock: _minimumStock, ...kept } = input;
  return { ...kept, version, ...fields };
}

/** What a test sends to add a variant. */
export const newVariant = (productId: string, sku: string, fields: Partial<AddVariantInput> = {}): AddVariantInput => ({
  id: v7(),
  productId,
  sku,
  name: null,
  attributes: { size: sku },
  barcodes: [],
  minimumStock: null,
  ...fields,
});
