import { changeFor, DomainError, type LiveChange, type LiveEvent, mergeChanges } from "@storehouse/domain";
import { type FeedBatch, lastNumber, numberBefore, readFeed } from "@storehouse/services";
import type { FactoryFeed } from "./factory-feed.ts";
import type { Ring } from "./ring.ts";
import type { Seat } from "./seat.ts";

/** An event and the number it leads to. */
export type Step = Readonly<{ number: number; event: LiveEvent }>;

/** What happened while a page was on its way to its first stream is told again. */
const LOOK_BACK_MS = 10_000;

/**
 * Follows a factory's feed for one seat: from a number on, or from a few seconds ago where there is none. Each batch comes once, and none is left
 * out: where that can't be kept, the first event says to start over. Ends when the seat is ended without a failure; throws the failure otherwise.
 */
export async function* follow(
  feed: FactoryFeed,
  seat: Seat,
  from: number | undefined,
): AsyncGenerator<Step, void, undefined> {
  const ring = await opened(feed, seat);
  let cursor = ring && (await firstCursor(feed, ring, from));
  if (ring === undefined) return;
  yield { number: cursor ?? ring.position(), event: { isStartOver: cursor === undefined, changes: [] } };
  cursor ??= ring.position();
  for (;;) {
    if (isOver(seat)) return;
    const batches = await batchesAfter(feed, ring, cursor);
    if (batches === undefined) {
      cursor = ring.position();
      yield { number: cursor, event: { isStartOver: true, changes: [] } };
      continue;
    }
    const last = batches.at(-1);
    if (last === undefined) {
      await seat.tick();
      continue;
    }
    cursor = last.number;
    const changes = visible(seat, batches);
    if (changes.length > 0) yield { number: cursor, event: { isStartOver: false, changes } };
  }
}

async function opened(feed: FactoryFeed, seat: Seat): Promise<Ring | undefined> {
  const ring = feed.ring();
  for (;;) {
    const first = await Promise.race([ring, seat.tick()]);
    if (isOver(seat)) return undefined;
    if (first !== undefined) return first;
  }
}

function isOver(seat: Seat): boolean {
  const ending = seat.ended();
  if (ending?.failure !== undefined) throw new DomainError(ending.failure);
  return ending !== undefined;
}

/** Where to begin; undefined when the number is not one that this feed has given. */
async function firstCursor(feed: FactoryFeed, ring: Ring, from: number | undefined): Promise<number | undefined> {
  if (from !== undefined && from <= ring.position()) return from;
  return feed.withDb(async (db) => {
    const last = await lastNumber(db);
    // Another process may have read on before this one.
    if (from !== undefined) return from <= last ? from : undefined;
    return numberBefore(db, new Date(Date.now() - LOOK_BACK_MS), ring.position());
  });
}

/** From memory where it reaches; what happened before is read once more. Undefined where something is missing in between. */
async function batchesAfter(feed: FactoryFeed, ring: Ring, cursor: number): Promise<readonly FeedBatch[] | undefined> {
  if (cursor >= ring.position()) return [];
  const known = ring.after(cursor);
  if (known !== undefined) return known;
  const { batches, isCut } = await feed.withDb((db) => readFeed(db, cursor));
  const isWhole = batches.every(({ number }, at) => number === cursor + at + 1);
  return isWhole && !isCut && batches.length > 0 ? batches : undefined;
}

const visible = ({ listener }: Seat, batches: readonly FeedBatch[]): readonly LiveChange[] =>
  mergeChanges(batches.flatMap(({ changes }) => changes).flatMap((change) => changeFor(listener, change) ?? []));
