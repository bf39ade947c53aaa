import { and, type AnyColumn, asc, count, gt, lte, type SQL, sql, type ReadDb } from "@storehouse/db";
import type { DifferenceKind } from "@storehouse/domain";
import type { Looking } from "../audit/find-names.ts";
import type { TenantContext } from "../context.ts";
import type { Part, Shape } from "./compared.ts";

/** A record that differs. A walk goes on after `at`, or after the id where there is none. */
export type Difference = Readonly<{ id: string; kind: DifferenceKind; at?: string }>;

/** What a walk looks at: the factory as it is and as it was. */
export type Sides = Readonly<{ ctx: TenantContext; copy: ReadDb }>;

type Walk = Sides & Readonly<{ shape: Shape; size: number }>;
type Range = Readonly<{ above: string | undefined; upTo: string | undefined }>;

/** How many records a checksum is of. Both servers sum ten thousand in well under a tenth of a second. */
const RANGE_SIZE = 10_000;

/**
 * Walks a kind of record in the order of its ids and gives those that differ. Both sides are summed up range by range by the server;
 * rows are read only of ranges whose sums differ, so that a million equal records cost no memory.
 */
export async function* scanDifferences(
  sides: Sides,
  shape: Shape,
  { after, size = RANGE_SIZE }: Readonly<{ after?: string | undefined; size?: number }> = {},
): AsyncGenerator<Difference, void> {
  const walk = { ...sides, shape, size };
  let above = after;
  do {
    const upTo = await endOf(walk, above);
    const range = { above, upTo };
    if (await isDifferent(walk, range)) yield* differencesIn(walk, range);
    above = upTo;
  } while (above !== undefined);
}

/** Where the range ends that holds no more than so many on either side; undefined at the end of both. */
async function endOf({ ctx, copy, shape, size }: Walk, above: string | undefined): Promise<string | undefined> {
  const { table, key } = shape.spine;
  const nth = async (db: ReadDb): Promise<string | undefined> => {
    const [row] = await db
      .select({ id: idOf(key) })
      .from(table)
      .where(above === undefined ? undefined : gt(key, above))
      .orderBy(asc(key))
      .limit(1)
      .offset(size - 1);
    return row?.id;
  };
  const [a, b] = await Promise.all([nth(ctx.db), nth(copy)]);
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

async function isDifferent({ ctx, copy, shape }: Walk, range: Range): Promise<boolean> {
  const sumsOf = async (db: ReadDb): Promise<string> => {
    const sums: unknown[] = [];
    for (const part of shape.parts) {
      sums.push(
        await db
          .select({ rows: count(), sum: sumOf(part) })
          .from(part.table)
          .where(within({ actor: ctx.actor, db }, part, range)),
      );
    }
    return JSON.stringify(sums);
  };
  const [now, before] = await Promise.all([sumsOf(ctx.db), sumsOf(copy)]);
  return now !== before;
}

async function* differencesIn({ ctx, copy, shape }: Walk, range: Range): AsyncGenerator<Difference, void> {
  const recordsOf = async (db: ReadDb): Promise<Map<string, string>> => {
    const found = new Map<string, string>();
    for (const [at, part] of shape.parts.entries()) {
      const { table, key } = part;
      const rows = await db
        .select({ id: idOf(key), rows: count(), sum: sumOf(part) })
        .from(table)
        .where(within({ actor: ctx.actor, db }, part, range))
        .groupBy(sql`${key}`);
      for (const row of rows) found.set(row.id, `${found.get(row.id) ?? ""}/${at}:${row.rows}:${row.sum}`);
    }
    return found;
  };
  const [now, before] = await Promise.all([recordsOf(ctx.db), recordsOf(copy)]);
  for (const id of [...new Set([...now.keys(), ...before.keys()])].sort()) {
    const [a, b] = [now.get(id), before.get(id)];
    if (a !== b) yield { id, kind: b === undefined ? "added" : a === undefined ? "removed" : "changed" };
  }
}

const within = (looking: Looking, { key, where }: Part, { above, upTo }: Range): SQL | undefined =>
  and(
    above === undefined ? undefined : gt(key, above),
    upTo === undefined ? undefined : lte(key, upTo),
    where?.(looking),
  );

/** How many records of a kind there are. */
export async function countRecords(looking: Looking, { spine, where }: Shape): Promise<number> {
  const [row] = await looking.db.select({ total: count() }).from(spine.table).where(where?.(looking));
  return row?.total ?? 0;
}

const isUuid = (column: AnyColumn): boolean => column.getSQLType() === "binary(16)";

// As the column reads it: its own type is lost where tables are looked at alike.
const idOf = (key: AnyColumn) => sql<string>`${key}`.mapWith((value: unknown) => String(key.mapFromDriverValue(value)));

/** All values of rows as one number, whatever their order: 64 bits of the sum of each. Equal rows give equal numbers on one server. */
function sumOf({ key, values }: Part): SQL<string> {
  const texts = [key, ...values].map((value) => sql`ifnull(${textOf(value)}, '~')`);
  const row = sql`sha2(concat_ws('|', ${sql.join(texts, sql`, `)}), 256)`;
  return sql<string>`cast(ifnull(bit_xor(cast(conv(left(${row}, 16), 16, 10) as unsigned)), 0) as char)`;
}

// Of one character set, whatever the columns are in.
const textOf = (value: AnyColumn | SQL): SQL =>
  "getSQLType" in value && typeof value.getSQLType === "function" && isUuid(value as AnyColumn)
    ? sql`hex(${value})`
    : sql`cast(${value} as char)`;
