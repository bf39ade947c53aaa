import { and, contains, eq, isNotNull, or, startsWith, type TenantDb } from "@storehouse/db";
import { postings, products, sampleRecords, samples, variants } from "@storehouse/db/tenant";
import type { ListEntriesInput } from "@storehouse/domain";
import { codeText } from "../product/product-search.ts";

/** More ids than this are not worth naming one by one: what is so frequent is soon found by walking the ledger in order. */
const IDS_MAX = 300;

/** The ids a condition on other tables comes down to; "many" when naming them is not worth it, undefined when nothing is asked. */
export type Ids = readonly string[] | "many" | undefined;

/** What the filters on products, and those on postings, come down to. A search may be met by either: then both are set. */
export type EntryScope = Readonly<{
  variantIds: Ids;
  postingIds: Ids;
  foundVariantIds: Ids;
  foundPostingIds: Ids;
  /** The few variants of a sample that was removed: left out where nobody asks for one of them. */
  removedVariantIds: readonly string[];
}>;

/** Finds the variants and postings that filters speak of, so that the ledger is then asked by an index of its own. */
export async function findEntryScope(db: TenantDb, input: ListEntriesInput): Promise<EntryScope> {
  const { search, reference } = input;
  return {
    variantIds: hasProductFilter(input) ? await findVariantIds(db, productFilters(input)) : undefined,
    postingIds: reference ? await findPostingIds(db, reference) : undefined,
    foundVariantIds: search ? await findVariantIds(db, productSearch(search)) : undefined,
    foundPostingIds: search ? await findPostingIds(db, search) : undefined,
    removedVariantIds: isAboutOne(input) ? [] : await findRemovedVariantIds(db),
  };
}

const isAboutOne = ({ productId, variantId, postingId }: ListEntriesInput): boolean =>
  (productId ?? variantId ?? postingId) !== undefined;

async function findRemovedVariantIds(db: TenantDb): Promise<readonly string[]> {
  const rows = await db
    .select({ id: variants.id })
    .from(samples)
    .innerJoin(sampleRecords, and(eq(sampleRecords.sampleId, samples.id), eq(sampleRecords.entity, "product")))
    .innerJoin(variants, eq(variants.productId, sampleRecords.recordId))
    .where(isNotNull(samples.removedAt))
    .limit(IDS_MAX);
  return rows.map(({ id }) => id);
}

/** The conditions on products and variants, for where their ids are too many. */
export const productFilters = ({ productId, category, subcategoryId }: ListEntriesInput) =>
  and(
    productId === undefined ? undefined : eq(products.id, productId),
    category === undefined ? undefined : eq(products.category, category),
    subcategoryId === undefined ? undefined : eq(products.subcategoryId, subcategoryId),
  );

/** Where a search looks among products: the code, the name, the SKU. */
export const productSearch = (search: string) =>
  or(
    contains(products.code, codeText(search)),
    contains(products.name, search),
    contains(variants.sku, codeText(search)),
  );

const hasProductFilter = ({ productId, category, subcategoryId }: ListEntriesInput): boolean =>
  productId !== undefined || category !== undefined || subcategoryId !== undefined;

async function findVariantIds(db: TenantDb, where: ReturnType<typeof and>): Promise<Ids> {
  const rows = await db
    .select({ id: variants.id })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(where)
    .limit(IDS_MAX + 1);
  return idsOf(rows);
}

async function findPostingIds(db: TenantDb, reference: string): Promise<Ids> {
  const rows = await db
    .select({ id: postings.id })
    .from(postings)
    .where(startsWith(postings.reference, reference))
    .limit(IDS_MAX + 1);
  return idsOf(rows);
}

const idsOf = (rows: readonly { id: string }[]): Ids => (rows.length > IDS_MAX ? "many" : rows.map(({ id }) => id));
