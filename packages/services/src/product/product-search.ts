import { and, type AnyColumn, contains, eq, inArray, or, type SQL, startsWith, type TenantDb } from "@storehouse/db";
import { barcodes, variants } from "@storehouse/db/tenant";

type Searched = Readonly<{ id: AnyColumn; code: AnyColumn; name: AnyColumn }>;

/** Text as it stands in a code or sku. */
export const codeText = (search: string): string => search.normalize("NFKC").toUpperCase();

/** True where the name holds every word of a search, in any order. */
export const nameHolds = (name: AnyColumn, search: string): SQL | undefined =>
  and(
    ...search
      .split(/\s+/)
      .filter((word) => word !== "")
      .map((word) => contains(name, word)),
  );

/** By name or code wherever the text stands in it; by sku and barcode from their beginning, which an index serves. */
export function matches(db: TenantDb, search: string, { id, code, name }: Searched): SQL | undefined {
  const text = codeText(search);
  const bySku = db.select({ id: variants.productId }).from(variants).where(startsWith(variants.sku, text));
  const byBarcode = db
    .select({ id: variants.productId })
    .from(barcodes)
    .innerJoin(variants, eq(variants.id, barcodes.variantId))
    .where(startsWith(barcodes.code, search));
  return or(nameHolds(name, search), contains(code, text), inArray(id, bySku), inArray(id, byBarcode));
}
