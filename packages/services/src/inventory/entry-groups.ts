import { and, asc, desc, eq, type SQL, sql, type TenantDb } from "@storehouse/db";
import { inventoryEntries, locations, users } from "@storehouse/db/tenant";
import { ENTRY_TYPES, type EntryType, type ListEntriesInput } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { inPlaces } from "../place-scope.ts";

type Lead = NonNullable<ListEntriesInput["lead"]>;
type Scoped = Pick<TenantContext, "db" | "actor">;

/** The groups of a ledger sorted by `lead` first, in their order: kinds in the order they are chosen from, places and people by name. */
export async function findEntryGroups(ctx: Scoped, input: ListEntriesInput, lead: Lead): Promise<readonly string[]> {
  const groups = lead === "type" ? typesOf(input) : await selectGroups(ctx, input, lead);
  const ids = groups.map((group) => (typeof group === "string" ? group : group.id));
  return lead === "type" && input.leadDirection === "desc" ? ids.toReversed() : ids;
}

/** The filter that keeps one group. */
export function within(lead: Lead, group: string): Partial<ListEntriesInput> {
  if (lead === "type") return { types: ENTRY_TYPES.filter((type) => type === group) };
  return lead === "location" ? { locationId: group } : { userId: group };
}

const typesOf = ({ types }: ListEntriesInput): readonly EntryType[] =>
  types?.length ? ENTRY_TYPES.filter((type) => types.includes(type)) : ENTRY_TYPES;

/** The places, or the people, that have an entry at all: each is asked by a look into the index of its entries. */
export function selectGroups(ctx: Scoped, input: ListEntriesInput, lead: Exclude<Lead, "type">) {
  const { db } = ctx;
  const order = input.leadDirection === "desc" ? desc : asc;
  const table = lead === "location" ? locations : users;
  const asked = lead === "location" ? input.locationId : input.userId;
  return db
    .select({ id: table.id })
    .from(table)
    .where(
      and(
        asked === undefined ? undefined : eq(table.id, asked),
        lead === "location" ? inPlaces(ctx, locations.id) : undefined,
        hasEntry(db, lead),
      ),
    )
    .orderBy(order(table.name), order(table.id));
}

/** Written as a comparison, it is asked for the row at hand; as EXISTS, the servers may turn it round and read the whole ledger first. */
function hasEntry(db: TenantDb, lead: Exclude<Lead, "type">): SQL {
  const [column, id, index] =
    lead === "location"
      ? [inventoryEntries.locationId, locations.id, "inventory_entries_location_ix"]
      : [inventoryEntries.userId, users.id, "inventory_entries_user_ix"];
  const found = db
    .select({ found: sql`1` })
    .from(inventoryEntries, { forceIndex: [index] })
    .where(eq(column, id))
    .limit(1);
  return sql`(${found}) = 1`;
}
