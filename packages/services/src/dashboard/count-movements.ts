import {
  type LocalDay,
  MOVEMENT_TYPES,
  type MovementDay,
  movementOf,
  MOVEMENTS,
  type EntryType,
} from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { atPlaces, TYPE_INDEX, UNDONE, undoneFrom } from "./standing.ts";

type CountedRow = Readonly<{ type: EntryType; at: number | string; entries: number | string }>;

/** The types that count as a movement. */
export const COUNTED_TYPES: readonly EntryType[] = MOVEMENTS.flatMap((movement) => MOVEMENT_TYPES[movement]);

/** Counts the entries of some days, at the actor's places, by kind of movement; a day without any is there too. */
export async function countMovements(ctx: TenantContext, days: readonly LocalDay[]): Promise<readonly MovementDay[]> {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const later = days.slice(1).map(({ from }) => from);
  const places = atPlaces(ctx);
  const rows = await ctx.db.source.prepared<CountedRow>(countText(later.length, places.text), [
    ...later,
    ...COUNTED_TYPES,
    first.from,
    last.until,
    undoneFrom(first.from),
    ...places.params,
  ]);
  return days.map(({ day }, at) => ({ day, counts: countsOf(rows.filter((row) => Number(row.at) === at)) }));
}

function countsOf(rows: readonly CountedRow[]): MovementDay["counts"] {
  const counts = { in: 0, made: 0, out: 0, moved: 0, corrected: 0 };
  for (const { type, entries } of rows) {
    const movement = movementOf(type);
    if (movement !== undefined) counts[movement] += Number(entries);
  }
  return counts;
}

/** The entries of each type and day. A moment's day is told by how many later days' beginnings it is past. */
export const countText = (later: number, atPlace = ""): string => `
  select e.type as type, ${Array.from({ length: later }, () => "(e.occurred_at >= ?)").join(" + ") || "0"} as at, count(*) as entries
  from inventory_entries e force index (${TYPE_INDEX})
  where e.type in (${COUNTED_TYPES.map(() => "?").join(",")}) and e.occurred_at >= ? and e.occurred_at < ? and not ${UNDONE} ${atPlace}
  group by 1, 2`;
