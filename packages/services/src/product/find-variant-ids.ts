import { and, asc, contains, eq, inArray, isNull, or, type SQL, sql, startsWith, type TenantDb } from "@storehouse/db";
import { barcodes, products, variants } from "@storehouse/db/tenant";
import { codeText, nameHolds } from "./product-search.ts";

/** A variant that was found; exact when the whole of a code, sku or barcode was asked for. */
export type FoundVariant = Readonly<{ id: string; isExact: boolean }>;

/** Variants in use whose code, sku or barcode is the text or begins with it, exact ones first. */
export async function findByBeginning(db: TenantDb, search: string, limit: number): Promise<FoundVariant[]> {
  const rows = await selectByBeginning(db, search, limit);
  rows.sort((a, b) => a.order - b.order || (a.sku < b.sku ? -1 : 1));
  const found = new Map<string, FoundVariant>();
  for (const { id, order } of rows) if (!found.has(id)) found.set(id, { id, isExact: order === 0 });
  return [...found.values()].slice(0, limit);
}

/** Variants in use whose whole sku or barcode the code is; where there is none, those of the product it is the code of. By sku. */
export async function findByCode(db: TenantDb, scanned: string, limit: number): Promise<string[]> {
  const rows = await selectByCode(db, scanned, limit);
  const nearest = rows.filter(({ order }) => order === Math.min(...rows.map((row) => row.order)));
  const ids = nearest.toSorted((a, b) => (a.sku < b.sku ? -1 : 1)).map(({ id }) => id);
  return [...new Set(ids)].slice(0, limit);
}

/** The query of `findByCode`: one row of a unique index for each of what a code can be. */
export function selectByCode(db: TenantDb, scanned: string, limit: number) {
  const byBarcode = db.select({ id: barcodes.variantId }).from(barcodes).where(eq(barcodes.code, scanned));
  return inUse(db, 0, eq(variants.sku, codeText(scanned)), limit)
    .unionAll(inUse(db, 0, inArray(variants.id, byBarcode), limit))
    .unionAll(inUse(db, 1, eq(products.code, codeText(scanned)), limit));
}

/** The one variant, while it is in use. */
export async function findById(db: TenantDb, id: string): Promise<FoundVariant[]> {
  const rows = await inUse(db, 0, eq(variants.id, id), 1);
  return rows.map((row) => ({ id: row.id, isExact: true }));
}

/** The query of `findByBeginning`: each way to a variant is one range of an index. */
export function selectByBeginning(db: TenantDb, search: string, limit: number) {
  const code = codeText(search);
  const scanned = db.select({ id: barcodes.variantId }).from(barcodes).where(eq(barcodes.code, search));
  return inUse(db, 0, eq(variants.sku, code), limit)
    .unionAll(inUse(db, 0, inArray(variants.id, scanned), limit))
    .unionAll(inUse(db, 0, eq(products.code, code), limit))
    .unionAll(inUse(db, 1, startsWith(variants.sku, code), limit))
    .unionAll(inUse(db, 1, startsWith(products.code, code), limit));
}

/** Variants in use of products that hold the text anywhere in their name or code. */
export async function findByText(db: TenantDb, search: string, limit: number): Promise<FoundVariant[]> {
  const rows = await selectByText(db, search, limit);
  return rows.map(({ id }) => ({ id, isExact: false }));
}

/** The query of `findByText`: reads one index, until it has found enough. */
export const selectByText = (db: TenantDb, search: string, limit: number) =>
  db
    .select({ id: variants.id })
    .from(products, { forceIndex: ["products_list_code_ix"] })
    .innerJoin(variants, and(eq(variants.productId, products.id), isNull(variants.archivedAt)))
    .where(
      and(eq(products.isArchived, 0), or(nameHolds(products.name, search), contains(products.code, codeText(search)))),
    )
    .orderBy(asc(products.code))
    .limit(limit);

const inUse = (db: TenantDb, order: 0 | 1, where: SQL, limit: number) =>
  db
    .select({ id: variants.id, sku: variants.sku, order: sql`${order}`.mapWith(Number).as("match_order") })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(and(where, isNull(variants.archivedAt), eq(products.isArchived, 0)))
    .orderBy(asc(variants.sku))
    .limit(limit);
