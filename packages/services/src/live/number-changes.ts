import { asc, eq, inArray, isNull, sql, type TenantDb, transaction } from "@storehouse/db";
import { feed, feedState } from "@storehouse/db/tenant";

/** So many rows get one number at once. */
const BATCH_MAX = 500;

/**
 * Gives the next number to the rows that are committed and have none, all the same one. One process at a time does it, under the lock of the
 * counter, and a row that is not committed yet is not seen: numbers appear in order, and none below one that was read.
 * Returns how many rows there were.
 */
export function numberChanges(db: TenantDb): Promise<number> {
  return transaction(db, async (tx) => {
    const number = await lockNumber(tx);
    // Read without locks, and then changed by id: whoever is still writing is neither waited for nor held up.
    const rows = await tx
      .select({ id: feed.id })
      .from(feed)
      .where(isNull(feed.number))
      .orderBy(asc(feed.id))
      .limit(BATCH_MAX);
    if (rows.length === 0) return 0;
    await setNumber(tx, number + 1);
    await tx
      .update(feed)
      .set({ number: number + 1 })
      .where(
        inArray(
          feed.id,
          rows.map(({ id }) => id),
        ),
      );
    return rows.length;
  });
}

/** The last number given, locked. Makes the counter's row where there is none yet. */
export async function lockNumber(tx: TenantDb): Promise<number> {
  await tx
    .insert(feedState)
    .values({ id: 1, number: 0 })
    .onDuplicateKeyUpdate({ set: { number: sql`${feedState.number}` } });
  const [row] = await tx.select({ number: feedState.number }).from(feedState).where(eq(feedState.id, 1));
  return row?.number ?? 0;
}

/** Sets the counter that `lockNumber` locked. */
export async function setNumber(tx: TenantDb, number: number): Promise<void> {
  await tx.update(feedState).set({ number }).where(eq(feedState.id, 1));
}
