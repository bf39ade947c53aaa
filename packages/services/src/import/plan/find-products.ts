import { eq, inArray, type TenantDb } from "@storehouse/db";
import { barcodes, products, productUnits, variants } from "@storehouse/db/tenant";
import { trimDecimal } from "@storehouse/domain";
import { contentColumns } from "../../product/product-record.ts";
import { inChunks } from "../in-chunks.ts";
import type { Catalogue, KnownProduct, KnownVariant } from "./catalogue.ts";

const trimmed = (text: string | null): string | null => (text === null ? null : trimDecimal(text));

/** The products with these codes, whole. */
export async function findProducts(db: TenantDb, codes: readonly string[]): Promise<KnownProduct[]> {
  const rows = await inChunks(codes, (some) =>
    db
      .select({ id: products.id, version: products.version, isArchived: products.isArchived, fields: contentColumns })
      .from(products)
      .where(inArray(products.code, some)),
  );
  const ids = rows.map(({ id }) => id);
  const variantsOf = Map.groupBy(await findVariants(db, ids), ({ productId }) => productId);
  const packsOf = Map.groupBy(await findPacks(db, ids), ({ productId }) => productId);
  return rows.map(({ id, version, isArchived, fields }) => ({
    id,
    version,
    isArchived: isArchived === 1,
    fields: { ...fields, price: trimmed(fields.price), cost: trimmed(fields.cost) },
    packs: (packsOf.get(id) ?? []).map(({ unitId, numerator, denominator }) => ({ unitId, numerator, denominator })),
    variants: variantsOf.get(id) ?? [],
  }));
}

async function findVariants(db: TenantDb, productIds: readonly string[]): Promise<KnownVariant[]> {
  const { id, productId, sku, name, minimumStock, attributesKey, isDefault, archivedAt, version } = variants;
  const rows = await inChunks(productIds, (some) =>
    db
      .select({ id, productId, sku, name, minimumStock, attributesKey, isDefault, archivedAt, version })
      .from(variants)
      .where(inArray(productId, some))
      .orderBy(id),
  );
  return rows.map(({ archivedAt: at, ...row }) => ({
    ...row,
    minimumStock: trimmed(row.minimumStock),
    isDefault: row.isDefault === 1,
    isArchived: at !== null,
  }));
}

const findPacks = (db: TenantDb, productIds: readonly string[]) =>
  inChunks(productIds, (some) => db.select().from(productUnits).where(inArray(productUnits.productId, some)));

/** Whose each of these SKUs is. */
export async function findSkuOwners(db: TenantDb, skus: readonly string[]): Promise<Catalogue["skus"]> {
  const rows = await inChunks(skus, (some) =>
    db
      .select({ sku: variants.sku, variantId: variants.id, productId: variants.productId, code: products.code })
      .from(variants)
      .innerJoin(products, eq(products.id, variants.productId))
      .where(inArray(variants.sku, some)),
  );
  return new Map(rows.map(({ sku, ...owner }) => [sku, owner]));
}

/** Which variant each of these barcodes names. */
export async function findBarcodeOwners(db: TenantDb, codes: readonly string[]): Promise<Catalogue["barcodes"]> {
  const rows = await inChunks(codes, (some) => db.select().from(barcodes).where(inArray(barcodes.code, some)));
  return new Map(rows.map(({ code, variantId }) => [code, variantId]));
}
