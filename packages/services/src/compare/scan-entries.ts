import { and, asc, eq, gt, lte, or, type ReadDb, sql } from "@storehouse/db";
import { inventoryEntries, variants } from "@storehouse/db/tenant";
import type { Difference, Sides } from "./scan-differences.ts";

type Last = Readonly<{ sequence: number; id: string }>;
type Place = Readonly<{ variantId: string; sequence: number; isNow: number }>;

const RANGE_SIZE = 5_000;
const BATCH = 200;

/**
 * The entries that only one side has. The ledger only grows, and numbers the entries of each variant: where both sides hold the same entry under
 * the last number they share, all before it is the same, and is not read. So a million entries cost as much as the variants they are of.
 */
export async function* scanEntries({ ctx, copy }: Sides, after: string | undefined): AsyncGenerator<Difference, void> {
  const from = placeOf(after);
  let above = from === undefined ? undefined : await variantBefore(ctx.db, from.variantId);
  do {
    const upTo: string | undefined = await endOf(ctx.db, copy, above);
    const [now, before] = await Promise.all([lastIn(ctx.db, above, upTo), lastIn(copy, above, upTo)]);
    const differing = [...new Set([...now.keys(), ...before.keys()])]
      .sort()
      .filter((id) => now.get(id)?.id !== before.get(id)?.id);
    for (let at = 0; at < differing.length; at += BATCH) {
      const some = differing.slice(at, at + BATCH).map((variantId) => ({
        variantId,
        shared: Math.min(now.get(variantId)?.sequence ?? 0, before.get(variantId)?.sequence ?? 0),
      }));
      const [sharedNow, sharedThen] = await Promise.all([idsAt(ctx.db, some), idsAt(copy, some)]);
      for (const { variantId, shared } of some) {
        // Where they parted ways earlier, as after a switch, the whole of the variant's ledger is looked at.
        const floor = sharedNow.get(variantId) === sharedThen.get(variantId) ? shared : 0;
        yield* entriesOf({ ctx, copy }, { variantId, floor, from });
      }
    }
    above = upTo;
  } while (above !== undefined);
}

const textOf = ({ variantId, sequence, isNow }: Place): string => `${variantId}/${sequence}/${isNow}`;

function placeOf(after: string | undefined): Place | undefined {
  const [variantId, sequence, isNow] = after?.split("/") ?? [];
  return variantId === undefined ? undefined : { variantId, sequence: Number(sequence), isNow: Number(isNow) };
}

/** The variant before one, so that a walk begins with it. */
async function variantBefore(db: ReadDb, id: string): Promise<string | undefined> {
  const [row] = await db
    .select({ id: sql<string | null>`max(${variants.id})`.mapWith(variants.id) })
    .from(variants)
    .where(sql`${variants.id} < ${sql.param(id, variants.id)}`);
  return row?.id ?? undefined;
}

async function endOf(now: ReadDb, copy: ReadDb, above: string | undefined): Promise<string | undefined> {
  const nth = async (db: ReadDb): Promise<string | undefined> => {
    const [row] = await db
      .select({ id: variants.id })
      .from(variants)
      .where(above === undefined ? undefined : gt(variants.id, above))
      .orderBy(asc(variants.id))
      .limit(1)
      .offset(RANGE_SIZE - 1);
    return row?.id;
  };
  const [a, b] = await Promise.all([nth(now), nth(copy)]);
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

/** The last entry of each variant: the server jumps from variant to variant in the index of their numbers. */
async function lastIn(
  db: ReadDb,
  above: string | undefined,
  upTo: string | undefined,
): Promise<ReadonlyMap<string, Last>> {
  const { variantId, sequence, id } = inventoryEntries;
  const last = db
    .select({ variantId, last: sql<number>`max(${sequence})`.as("last") })
    .from(inventoryEntries)
    .where(
      and(
        above === undefined ? undefined : gt(variantId, above),
        upTo === undefined ? undefined : lte(variantId, upTo),
      ),
    )
    .groupBy(variantId)
    .as("lasts");
  const rows = await db
    .select({ variantId, sequence, id })
    .from(last)
    .innerJoin(inventoryEntries, and(eq(variantId, last.variantId), eq(sequence, last.last)));
  return new Map(rows.map((row) => [row.variantId, row]));
}

async function idsAt(
  db: ReadDb,
  places: readonly Readonly<{ variantId: string; shared: number }>[],
): Promise<ReadonlyMap<string, string>> {
  const { variantId, sequence, id } = inventoryEntries;
  const rows = await db
    .select({ variantId, id })
    .from(inventoryEntries)
    .where(or(...places.map((place) => and(eq(variantId, place.variantId), eq(sequence, place.shared)))));
  return new Map(rows.map((row) => [row.variantId, row.id]));
}

type OfVariant = Readonly<{ variantId: string; floor: number; from: Place | undefined }>;

async function* entriesOf(
  { ctx, copy }: Sides,
  { variantId, floor, from }: OfVariant,
): AsyncGenerator<Difference, void> {
  const read = (db: ReadDb) =>
    db
      .select({ id: inventoryEntries.id, sequence: inventoryEntries.sequence })
      .from(inventoryEntries)
      .where(and(eq(inventoryEntries.variantId, variantId), gt(inventoryEntries.sequence, floor)))
      .orderBy(asc(inventoryEntries.sequence));
  const [now, before] = await Promise.all([read(ctx.db), read(copy)]);
  const [inNow, inThen] = [new Set(now.map(({ id }) => id)), new Set(before.map(({ id }) => id))];
  const found = [
    ...before.filter(({ id }) => !inNow.has(id)).map((row) => ({ ...row, isNow: 0 })),
    ...now.filter(({ id }) => !inThen.has(id)).map((row) => ({ ...row, isNow: 1 })),
  ].sort((a, b) => a.sequence - b.sequence || a.isNow - b.isNow);
  for (const { id, sequence, isNow } of found) {
    if (from?.variantId === variantId && !isAfter({ sequence, isNow }, from)) continue;
    yield { id, kind: isNow === 1 ? "added" : "removed", at: textOf({ variantId, sequence, isNow }) };
  }
}

const isAfter = (one: Omit<Place, "variantId">, than: Place): boolean =>
  one.sequence > than.sequence || (one.sequence === than.sequence && one.isNow > than.isNow);
