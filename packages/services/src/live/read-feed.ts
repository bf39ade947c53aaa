import { desc, eq, isNotNull, type TenantDb } from "@storehouse/db";
import { feed, feedState } from "@storehouse/db/tenant";
import type { LiveChange, LiveTopic } from "@storehouse/domain";

/** What was numbered at once. Numbers follow each other without a gap, save where rows were dropped. */
export type FeedBatch = Readonly<{ number: number; changes: readonly LiveChange[] }>;

// As the driver gives a big integer to a prepared statement.
type StoredRow = Readonly<{ number: string; topic: string; detail: string }>;
type Row = Readonly<{ number: number; topic: string; detail: string }>;

/** More than the rows of one batch, so that every page holds a whole one. */
const PAGE_MAX = 1000;

/**
 * The batches after a number, oldest first, and whether there are rows that want one. `isCut` is true when there is more to read.
 * A process asks it over and over: one statement, two look-ups in one index, whatever the feed's length.
 */
export async function readFeed(
  db: TenantDb,
  after: number,
): Promise<Readonly<{ batches: readonly FeedBatch[]; hasUnnumbered: boolean; isCut: boolean }>> {
  const stored = await db.source.prepared<StoredRow>(READ, [after]);
  const found = stored.map((row): Row => ({ ...row, number: Number(row.number) }));
  const numbered = found.filter(({ number }) => number > 0).toSorted((a, b) => a.number - b.number);
  const isCut = numbered.length === PAGE_MAX;
  // The last batch of a page that was cut may go on behind the cut.
  const last = numbered.at(-1)?.number;
  const rows = isCut ? numbered.filter(({ number }) => number !== last) : numbered;
  return { batches: toBatches(rows), hasUnnumbered: found.length > numbered.length, isCut };
}

const READ = `(select number, topic, detail from feed where number > ? order by number limit ${PAGE_MAX})
  union all (select 0, '', '' from feed where number is null limit 1)`;

/** The last number given; 0 in a factory whose feed nobody has read yet. */
export async function lastNumber(db: TenantDb): Promise<number> {
  const [row] = await db.select({ number: feedState.number }).from(feedState).where(eq(feedState.id, 1));
  return row?.number ?? 0;
}

/** The number before the first change since a moment, among the last few hundred. */
export async function numberBefore(db: TenantDb, since: Date, number: number): Promise<number> {
  const rows = await db
    .select({ number: feed.number, at: feed.at })
    .from(feed)
    .where(isNotNull(feed.number))
    .orderBy(desc(feed.number))
    .limit(200);
  const first = rows.findLast(({ at }) => at >= since)?.number;
  return first === undefined || first === null ? number : Math.min(number, first - 1);
}

function toBatches(rows: readonly Row[]): readonly FeedBatch[] {
  const batches = new Map<number, LiveChange[]>();
  for (const row of rows) {
    const changes = batches.get(row.number) ?? [];
    changes.push(changeOf(row));
    batches.set(row.number, changes);
  }
  return [...batches].map(([number, changes]) => ({ number, changes }));
}

// Written by `writeChanges`, and by nobody else.
const changeOf = ({ topic, detail }: Row): LiveChange => ({
  ...(JSON.parse(detail) as Omit<LiveChange, "topic">),
  topic: topic as LiveTopic,
});
