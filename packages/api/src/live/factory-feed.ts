import { findStanding } from "@storehouse/auth";
import type { LiveChange } from "@storehouse/domain";
import { lastNumber, numberChanges, readFeed, type TenantContext } from "@storehouse/services";
import { setTimeout as sleep } from "node:timers/promises";
import { createRing, type Ring } from "./ring.ts";
import type { Seat } from "./seat.ts";

type Db = TenantContext["db"];

/** One factory's feed in one process: a single poll, whatever the number of those who watch. */
export type FactoryFeed = Readonly<{
  seats: ReadonlySet<Seat>;
  join: (seat: Seat) => void;
  leave: (seat: Seat) => void;
  /** What has been read, once the first poll is done. */
  ring: () => Promise<Ring>;
  withDb: WithDb;
  /** How long ago it was read to its end. */
  lagMs: () => number;
  /** Something was just written here: read now rather than at the next turn. */
  poke: () => void;
}>;

/** Lends the factory's database for one piece of work: a stream that only waits keeps no pool open. */
export type WithDb = <T>(work: (db: Db) => Promise<T>) => Promise<T>;

export type FeedPorts = Readonly<{
  withDb: WithDb;
  /** Hears of what went wrong; the poll goes on. */
  onTrouble: (error: unknown) => void;
}>;

const POLL_MS = 400;
const STANDING_MS = 2_000;
// Several bookings at once are read together.
const POKED_MS = 15;

/** Makes a feed. It polls from its first seat to its last. */
export function createFactoryFeed({ withDb, onTrouble }: FeedPorts): FactoryFeed {
  const seats = new Set<Seat>();
  let opened = Promise.withResolvers<Ring>();
  let ring: Ring | undefined;
  let isRunning = false;
  let nudge: AbortController | undefined;
  let isPoked = false;
  let checkedAt = 0;
  let readAt = Date.now();

  async function run(): Promise<void> {
    isRunning = true;
    readAt = Date.now();
    while (seats.size > 0) {
      isPoked = false;
      await withDb(turn).catch(onTrouble);
      await pause();
    }
    isRunning = false;
    ring = undefined;
    opened = Promise.withResolvers();
  }

  async function turn(db: Db): Promise<void> {
    if (ring === undefined) {
      ring = createRing(await lastNumber(db));
      opened.resolve(ring);
    }
    const before = ring.position();
    await readOn(db, ring);
    readAt = Date.now();
    const news = ring.after(before) ?? [];
    if (news.length > 0)
      spread(
        seats,
        news.flatMap(({ changes }) => changes),
      );
    if (Date.now() - checkedAt < STANDING_MS) return;
    checkedAt = Date.now();
    await dismiss(
      db,
      [...seats].filter(({ isSupport }) => !isSupport),
    );
  }

  async function pause(): Promise<void> {
    nudge = new AbortController();
    if (!isPoked) await sleep(POLL_MS, undefined, { signal: nudge.signal }).catch(() => undefined);
    nudge = undefined;
    if (isPoked) await sleep(POKED_MS);
  }

  return {
    seats,
    withDb,
    join: (seat) => {
      seats.add(seat);
      if (!isRunning) void run();
    },
    leave: (seat) => {
      seats.delete(seat);
      if (seats.size === 0) nudge?.abort();
    },
    ring: () => opened.promise,
    lagMs: () => Date.now() - readAt,
    poke: () => {
      isPoked = true;
      nudge?.abort();
    },
  };
}

/** Reads on to the feed's end, numbering what has none. */
async function readOn(db: Db, ring: Ring): Promise<void> {
  for (;;) {
    const { batches, hasUnnumbered, isCut } = await readFeed(db, ring.position());
    ring.add(batches);
    if (isCut) continue;
    if (!hasUnnumbered) return;
    await numberChanges(db);
  }
}

function spread(seats: ReadonlySet<Seat>, changes: readonly LiveChange[]): void {
  for (const seat of seats) {
    if (changes.some((change) => concernsRights(seat, change))) seat.end();
    else seat.wake();
  }
}

/** Whether a change may have given somebody other rights than their stream was opened with. */
function concernsRights({ listener }: Seat, { topic, ids }: LiveChange): boolean {
  if (topic === "roles") return true;
  if (topic === "locations") return listener.places !== undefined && listener.places !== null;
  return topic === "users" && (ids === null || ids.includes(listener.id));
}

async function dismiss(db: Db, seats: readonly Seat[]): Promise<void> {
  const standing = await findStanding(db, [...new Set(seats.map(({ sessionId }) => sessionId))], new Date());
  for (const seat of seats) if (!standing.has(seat.sessionId)) seat.end({ code: "NOT_SIGNED_IN" });
}
