import { and, asc, inArray, isNull, lt, lte, max, type TenantDb, transaction } from "@storehouse/db";
import { feed } from "@storehouse/db/tenant";
import { lockNumber, setNumber } from "./number-changes.ts";

/**
 * Drops what is older than `before`. Where rows go that nobody gave a number to, a number is left out: a screen that comes back from before
 * then sees the gap and asks for everything anew. Returns how many rows went.
 */
export function trimFeed(db: TenantDb, before: Date): Promise<number> {
  return transaction(db, async (tx) => {
    const number = await lockNumber(tx);
    const unread = await dropUnread(tx, before);
    if (unread > 0) await setNumber(tx, number + 1);
    const [row] = await tx
      .select({ last: max(feed.number) })
      .from(feed)
      .where(lt(feed.at, before));
    if (row?.last === undefined || row.last === null) return unread;
    // Whole batches, from the oldest on: what is left has no holes.
    const [read] = await tx.delete(feed).where(lte(feed.number, row.last));
    return unread + read.affectedRows;
  });
}

const CHUNK = 1000;

// Read without locks and dropped by id: a row that is not committed yet would be waited for.
async function dropUnread(tx: TenantDb, before: Date): Promise<number> {
  for (let dropped = 0; ; ) {
    const rows = await tx
      .select({ id: feed.id })
      .from(feed)
      .where(and(isNull(feed.number), lt(feed.at, before)))
      .orderBy(asc(feed.id))
      .limit(CHUNK);
    if (rows.length === 0) return dropped;
    const ids = rows.map(({ id }) => id);
    await tx.delete(feed).where(inArray(feed.id, ids));
    dropped += rows.length;
  }
}
