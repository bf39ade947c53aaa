import { and, asc, isNull } from "@storehouse/db";
import { locations, suppliers, users, variants } from "@storehouse/db/tenant";
import {
  type Permission,
  SEARCH_INDEX_MAX,
  type SearchIndex,
  type SearchPerson,
  type SearchPlace,
  type SearchSupplier,
} from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { inPlaces } from "../place-scope.ts";
import { findBarcodes, findFormulas, inUse, selectVariants, toIndexed } from "./variant-rows.ts";

/**
 * Codes and names of everything the caller may see, for a browser to search by itself. Of a catalogue beyond SEARCH_INDEX_MAX variants, the
 * first by SKU: `isWhole` then says that there are more.
 */
export async function getSearchIndex(ctx: TenantContext): Promise<SearchIndex> {
  authorize(ctx, "factory.read");
  const ifMay = async <Row>(permission: Permission, read: () => Promise<Row[]>): Promise<Row[]> =>
    ctx.actor.permissions.has(permission) ? await read() : [];
  const [found, places, people, firms] = [
    await ifMay("products.read", () => indexVariants(ctx)),
    await ifMay("locations.read", () => readPlaces(ctx)),
    await ifMay("users.read", () => readPeople(ctx)),
    await ifMay("suppliers.read", () => readSuppliers(ctx)),
  ];
  return {
    variants: found.slice(0, SEARCH_INDEX_MAX),
    isWhole: found.length <= SEARCH_INDEX_MAX,
    places,
    people,
    suppliers: firms,
  };
}

async function indexVariants({ db, actor }: TenantContext) {
  const rows = await selectVariants(db)
    .where(inUse())
    .orderBy(asc(variants.sku))
    .limit(SEARCH_INDEX_MAX + 1);
  const formulas = actor.permissions.has("productFormulas.read") ? await findFormulas(db) : new Map<string, 1 | 2>();
  return rows.map(toIndexed(await findBarcodes(db), formulas));
}

async function readPlaces(ctx: TenantContext): Promise<SearchPlace[]> {
  const rows = await ctx.db
    .select({ id: locations.id, name: locations.name, type: locations.type })
    .from(locations)
    .where(and(isNull(locations.archivedAt), inPlaces(ctx, locations.id)))
    .orderBy(asc(locations.name))
    .limit(SEARCH_INDEX_MAX);
  return rows.map((row) => ({ kind: "place", ...row }));
}

async function readPeople({ db }: TenantContext): Promise<SearchPerson[]> {
  const rows = await db
    .select({ id: users.id, name: users.name, username: users.username, isActive: users.isActive })
    .from(users)
    .orderBy(asc(users.username))
    .limit(SEARCH_INDEX_MAX);
  return rows.map((row) => ({ kind: "person", ...row }));
}

async function readSuppliers({ db }: TenantContext): Promise<SearchSupplier[]> {
  const rows = await db
    .select({ id: suppliers.id, name: suppliers.name, contact: suppliers.contact })
    .from(suppliers)
    .where(isNull(suppliers.archivedAt))
    .orderBy(asc(suppliers.name))
    .limit(SEARCH_INDEX_MAX);
  return rows.map((row) => ({ kind: "supplier", ...row }));
}
