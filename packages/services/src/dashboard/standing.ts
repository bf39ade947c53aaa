import { type PreparedValue, uuidToBytes } from "@storehouse/db";
import type { TenantContext } from "../context.ts";

/** The index that holds type, time, variant and quantity: a question about those reads nothing else of the ledger. */
export const TYPE_INDEX = "inventory_entries_type_ix";

/** True of an entry `e` that was undone. */
export const UNDONE = "exists (select 1 from inventory_entries r where r.reverses_id = e.id)";

/** The condition that an entry `e` is at the actor's places, and what it is asked with. */
export function atPlaces({ actor: { places } }: Pick<TenantContext, "actor">): {
  text: string;
  params: PreparedValue[];
} {
  if (places === null) return { text: "", params: [] };
  if (places.size === 0) return { text: "and false", params: [] };
  const params = [...places].map(uuidToBytes);
  return { text: `and e.location_id in (${params.map(() => "?").join(",")})`, params };
}
