import { type PreparedValue, uuidToBytes } from "@storehouse/db";
import type { TenantContext } from "../context.ts";

/** The index that holds type, time, variant, quantity and place: a question about those reads nothing else of the ledger. */
export const TYPE_INDEX = "inventory_entries_type_ix";

/**
 * True of an entry `e` that was undone, asked with `undoneFrom` the first moment of the question. An undo happens when what it undoes did, or
 * later: the few since then are found once, where looking for each entry's own would read the ledger as often as there are entries.
 */
export const UNDONE = `e.id in (select u.reverses_id from inventory_entries u force index (${TYPE_INDEX})
    where u.type = 'reversal' and u.occurred_at >= ?)`;

// A booking may be dated some minutes ahead, and be undone before they have passed.
const AHEAD_MS = 3_600_000;

/** From when on the undos of entries since a moment are looked for. */
export const undoneFrom = (since: Date): Date => new Date(since.getTime() - AHEAD_MS);

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
