import { and, asc, contains, inArray, isNull, or } from "@storehouse/db";
import { locations, suppliers, users, variants } from "@storehouse/db/tenant";
import {
  type FindRecordsInput,
  type Permission,
  recordsOf,
  type SearchKind,
  type SearchRecord,
} from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { inPlaces } from "../place-scope.ts";
import { findByBeginning, findByText } from "../product/find-variant-ids.ts";
import { findEntries } from "./find-entries.ts";
import { findBarcodes, findFormulas, selectVariants, toIndexed } from "./variant-rows.ts";

/**
 * Finds records of every kind by code, name or reference, at most `limit` of each, of those the caller may see: whole codes first, then
 * beginnings, then what holds the text. What the caller's role or places keep from them is not among it.
 */
export async function findRecords(
  ctx: TenantContext,
  { search, limit, kinds }: FindRecordsInput,
): Promise<{ rows: readonly SearchRecord[] }> {
  authorize(ctx, "factory.read");
  const rows: SearchRecord[] = [];
  for (const { kind, permission, find } of KINDS) {
    const isWanted = kinds === undefined || kinds.includes(kind);
    if (isWanted && ctx.actor.permissions.has(permission)) rows.push(...(await find(ctx, search, limit)));
  }
  return { rows };
}

type Finder = (ctx: TenantContext, search: string, limit: number) => Promise<readonly SearchRecord[]>;

const NOTHING = { variants: [], isWhole: true, places: [], suppliers: [], people: [] };

// Each by an index of its own: the catalogue's beginnings and its one covering index, the unique names, the references.
const KINDS: readonly Readonly<{ kind: SearchKind; permission: Permission; find: Finder }>[] = [
  {
    kind: "product",
    permission: "products.read",
    find: async ({ db, actor }, search, limit) => {
      const found = await findByBeginning(db, search, limit);
      const more = found.length < limit ? await findByText(db, search, limit) : [];
      const ids = [...new Set([...found, ...more].map(({ id }) => id))].slice(0, limit);
      if (ids.length === 0) return [];
      const rows = await selectVariants(db).where(inArray(variants.id, ids));
      rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
      const formulas = actor.permissions.has("productFormulas.read")
        ? await findFormulas(db, ids)
        : new Map<string, 1 | 2>();
      return recordsOf({ ...NOTHING, variants: rows.map(toIndexed(await findBarcodes(db, ids), formulas)) });
    },
  },
  {
    kind: "entry",
    permission: "inventory.read",
    find: findEntries,
  },
  {
    kind: "place",
    permission: "locations.read",
    find: async (ctx, search, limit) => {
      const rows = await ctx.db
        .select({ id: locations.id, name: locations.name, type: locations.type })
        .from(locations)
        .where(and(isNull(locations.archivedAt), inPlaces(ctx, locations.id), contains(locations.name, search)))
        .orderBy(asc(locations.name))
        .limit(limit);
      return rows.map((row) => ({ kind: "place", ...row }));
    },
  },
  {
    kind: "person",
    permission: "users.read",
    find: async ({ db }, search, limit) => {
      const rows = await db
        .select({ id: users.id, name: users.name, username: users.username, isActive: users.isActive })
        .from(users)
        .where(or(contains(users.username, search.toLowerCase()), contains(users.name, search)))
        .orderBy(asc(users.username))
        .limit(limit);
      return rows.map((row) => ({ kind: "person", ...row }));
    },
  },
  {
    kind: "supplier",
    permission: "suppliers.read",
    find: async ({ db }, search, limit) => {
      const rows = await db
        .select({ id: suppliers.id, name: suppliers.name, contact: suppliers.contact })
        .from(suppliers)
        .where(
          and(isNull(suppliers.archivedAt), or(contains(suppliers.name, search), contains(suppliers.contact, search))),
        )
        .orderBy(asc(suppliers.name))
        .limit(limit);
      return rows.map((row) => ({ kind: "supplier", ...row }));
    },
  },
];
