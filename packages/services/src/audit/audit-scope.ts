import {
  and,
  contains,
  eq,
  inArray,
  notExists,
  or,
  type SQL,
  sql,
  startsWith,
  type TenantDb,
  alias,
  gt,
} from "@storehouse/db";
import {
  auditNotes,
  inventoryEntries,
  locations,
  postings,
  products,
  subcategories,
  suppliers,
  units,
  users,
  variants,
} from "@storehouse/db/tenant";
import type { FlagState, ListAuditInput } from "@storehouse/domain";
import type { Ids } from "../inventory/entry-scope.ts";
import { codeText } from "../product/product-search.ts";

/** More ids than this are not worth naming one by one: what is so frequent is soon found by walking the log in order. */
const IDS_MAX = 300;

/** The records a filter speaks of, by their kind. A line meets it when it speaks of any of them. */
export type Records = Readonly<Record<string, Ids>>;

/** What the filters on other tables come down to; undefined where nothing is asked. */
export type AuditScope = Readonly<{
  products: Records | undefined;
  location: Records | undefined;
  reference: Records | undefined;
  search: Records | undefined;
  lineIds: Ids;
}>;

/** Finds the records that filters speak of, so that the log is then asked by an index of its own. */
export async function findAuditScope(db: TenantDb, input: ListAuditInput): Promise<AuditScope> {
  const { productId, category, subcategoryId, locationId, reference, search, flag } = input;
  const hasProduct = productId !== undefined || category !== undefined || subcategoryId !== undefined;
  return {
    products: hasProduct ? await findProductRecords(db, productFilter(input)) : undefined,
    location:
      locationId === undefined
        ? undefined
        : { location: [locationId], posting: await findPostings(db, eq(inventoryEntries.locationId, locationId)) },
    reference: reference ? { posting: await findReferences(db, reference) } : undefined,
    search: search ? await findSearched(db, search) : undefined,
    lineIds: flag === undefined ? undefined : idsOf(await selectFlagged(db, flag).limit(IDS_MAX + 1)),
  };
}

export const productFilter = ({ productId, category, subcategoryId }: ListAuditInput): SQL | undefined =>
  and(
    productId === undefined ? undefined : eq(products.id, productId),
    category === undefined ? undefined : eq(products.category, category),
    subcategoryId === undefined ? undefined : eq(products.subcategoryId, subcategoryId),
  );

/** Where a search looks among products: the code, the name, the SKU. */
export const productSearch = (search: string): SQL | undefined =>
  or(
    contains(products.code, codeText(search)),
    contains(products.name, search),
    contains(variants.sku, codeText(search)),
  );

/** Records that are found by their names alone, and where those stand. */
export const NAMED = {
  location: { table: locations, where: (search: string) => contains(locations.name, search) },
  supplier: { table: suppliers, where: (search: string) => contains(suppliers.name, search) },
  subcategory: { table: subcategories, where: (search: string) => contains(subcategories.name, search) },
  unit: { table: units, where: (search: string) => contains(units.name, search) },
  user: { table: users, where: (search: string) => contains(users.name, search) },
} as const;

const later = alias(auditNotes, "later");

/** The lines whose question stands as asked: the state that the last note about a line left. */
export const selectFlagged = (db: TenantDb, flag: NonNullable<ListAuditInput["flag"]>) =>
  db
    .select({ id: auditNotes.lineId })
    .from(auditNotes, { forceIndex: ["audit_notes_state_ix"] })
    .where(and(inArray(auditNotes.state, flagStates(flag)), isLast(db)));

export const flagStates = (flag: NonNullable<ListAuditInput["flag"]>): FlagState[] =>
  flag === "any" ? ["open", "resolved"] : [flag];

/** True for the last note about its line. */
export const isLast = (db: TenantDb): SQL =>
  notExists(
    db
      .select({ found: sql`1` })
      .from(later)
      .where(and(eq(later.lineId, auditNotes.lineId), gt(later.number, auditNotes.number))),
  );

async function findProductRecords(db: TenantDb, where: SQL | undefined): Promise<Records> {
  const rows = await db
    .select({ id: variants.id, productId: variants.productId })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(where)
    .limit(IDS_MAX + 1);
  const variant = idsOf(rows);
  if (variant === "many") return { product: "many", variant, posting: "many" };
  const product = [...new Set(rows.map(({ productId }) => productId))];
  return { product, variant, posting: await findPostingsOf(db, variant ?? []) };
}

const findPostingsOf = async (db: TenantDb, variantIds: readonly string[]): Promise<Ids> =>
  variantIds.length === 0 ? [] : findPostings(db, inArray(inventoryEntries.variantId, [...variantIds]));

async function findPostings(db: TenantDb, where: SQL): Promise<Ids> {
  // So many entries are read at the most: beyond, the postings are many.
  const rows = await db
    .select({ id: inventoryEntries.postingId })
    .from(inventoryEntries)
    .where(where)
    .limit(IDS_MAX + 1);
  return rows.length > IDS_MAX ? "many" : [...new Set(rows.map(({ id }) => id))];
}

const findReferences = async (db: TenantDb, reference: string): Promise<Ids> =>
  idsOf(
    await db
      .select({ id: postings.id })
      .from(postings)
      .where(startsWith(postings.reference, reference))
      .limit(IDS_MAX + 1),
  );

async function findSearched(db: TenantDb, search: string): Promise<Records> {
  const found = await findProductRecords(db, productSearch(search));
  const named = await Promise.all(
    Object.entries(NAMED).map(async ([entity, { table, where }]) => {
      const rows = await db
        .select({ id: table.id })
        .from(table)
        .where(where(search))
        .limit(IDS_MAX + 1);
      return [entity, idsOf(rows)] as const;
    }),
  );
  return {
    ...found,
    ...Object.fromEntries(named),
    posting: joined(found["posting"], await findReferences(db, search)),
  };
}

const joined = (a: Ids, b: Ids): Ids => (a === "many" || b === "many" ? "many" : [...(a ?? []), ...(b ?? [])]);

const idsOf = (rows: readonly { id: string }[]): Ids =>
  rows.length > IDS_MAX ? "many" : [...new Set(rows.map(({ id }) => id))];
