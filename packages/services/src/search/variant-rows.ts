import { and, eq, inArray, isNull, type TenantDb } from "@storehouse/db";
import { barcodes, formulaVersions, productFormulas, products, variants } from "@storehouse/db/tenant";
import type { IndexedVariant } from "@storehouse/domain";

/** The query behind every variant that is found: those in use, with what they are called. */
export const selectVariants = (db: TenantDb) =>
  db
    .select({
      id: variants.id,
      productId: variants.productId,
      sku: variants.sku,
      name: products.name,
      variantName: variants.name,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId));

/** True of what is in use. */
export const inUse = () => and(isNull(variants.archivedAt), eq(products.isArchived, 0));

type Selected = Awaited<ReturnType<typeof selectVariants>>[number];

/** The formulas of variants, of all unless some are named: 2 where it can be made by, 1 where there is no version in use. */
export async function findFormulas(db: TenantDb, variantIds?: string[]): Promise<ReadonlyMap<string, 1 | 2>> {
  if (variantIds?.length === 0) return new Map();
  const isWanted = variantIds === undefined ? undefined : inArray(productFormulas.variantId, variantIds);
  const rows = await db
    .select({ variantId: productFormulas.variantId, activeOf: formulaVersions.activeOf })
    .from(productFormulas)
    .leftJoin(formulaVersions, eq(formulaVersions.activeOf, productFormulas.id))
    .where(and(isWanted, isNull(productFormulas.archivedAt)));
  return new Map(rows.map(({ variantId, activeOf }) => [variantId, activeOf === null ? 1 : 2]));
}

/** The barcodes of variants, of all unless some are named. */
export async function findBarcodes(
  db: TenantDb,
  variantIds?: string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (variantIds?.length === 0) return new Map();
  const rows = await db
    .select({ code: barcodes.code, variantId: barcodes.variantId })
    .from(barcodes)
    .where(variantIds === undefined ? undefined : inArray(barcodes.variantId, variantIds));
  const found = new Map<string, string[]>();
  for (const { code, variantId } of rows) {
    const known = found.get(variantId);
    if (known) known.push(code);
    else found.set(variantId, [code]);
  }
  return found;
}

/** A selected variant as the index carries it. */
export const toIndexed =
  (codes: ReadonlyMap<string, readonly string[]>, formulas: ReadonlyMap<string, 1 | 2>) =>
  ({ id, productId, sku, name, variantName }: Selected): IndexedVariant => [
    id,
    productId,
    sku,
    variantName === null ? name : `${name}, ${variantName}`,
    codes.get(id) ?? [],
    formulas.get(id) ?? 0,
  ];
