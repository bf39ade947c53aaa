import { and, contains, eq, exists, or, type SQL, type TenantDb } from "@storehouse/db";
import { products, variants } from "@storehouse/db/tenant";
import type { PastFilters } from "@storehouse/domain";
import { codeText } from "../../product/product-search.ts";

/** The condition on products that filters on the past come down to; undefined for all. Products archived since are among them. */
export function pastProducts(
  db: TenantDb,
  { search, productId, category, subcategoryId }: PastFilters,
): SQL | undefined {
  return and(
    productId === undefined ? undefined : eq(products.id, productId),
    category === undefined ? undefined : eq(products.category, category),
    subcategoryId === undefined ? undefined : eq(products.subcategoryId, subcategoryId),
    search
      ? or(contains(products.code, codeText(search)), contains(products.name, search), exists(ofSku(db, search)))
      : undefined,
  );
}

const ofSku = (db: TenantDb, search: string) =>
  db
    .select({ id: variants.id })
    .from(variants)
    .where(and(eq(variants.productId, products.id), contains(variants.sku, codeText(search))));
