import { findSupportStanding } from "@storehouse/auth";
import { type Failure, fail, type LiveListener } from "@storehouse/domain";
import { describeError, listClosed, type Tenancy } from "@storehouse/tenancy";
import type { ApiOptions } from "../api-options.ts";
import { failureOf } from "../failures.ts";
import { createFactoryFeed, type FactoryFeed, type WithDb } from "./factory-feed.ts";
import { follow, type Step } from "./follow.ts";
import { createSeat, type Seat } from "./seat.ts";

/** Who watches which factory, as the session says. */
export type Watcher = Readonly<{ factoryId: string; sessionId: string; listener: LiveListener; isSupport: boolean }>;

/** The live feeds of a process. */
export type LiveHub = Readonly<{
  /** Takes a seat at the factory's feed and follows it until the signal. Throws RATE_LIMITED when person or factory has too many. */
  watch: (watcher: Watcher, from: number | undefined, signal: AbortSignal) => AsyncGenerator<Step, void, undefined>;
  /** Something was written in a factory: whoever watches it here need not wait for the next poll. */
  poke: (factoryId: string) => void;
  /** How many feeds are polled, how many streams follow them, and how long ago the one that waits longest was read. */
  stats: () => Readonly<{ feeds: number; streams: number; lagMs: number }>;
}>;

const STREAMS_PER_PERSON = 5;
const STREAMS_PER_FACTORY = 500;
const CLOSED_CHECK_MS = 2_000;
const RETRY_AFTER_S = 30;

/** Makes the hub of a process. */
export function createLiveHub({ tenancy, onBug }: Pick<ApiOptions, "tenancy" | "onBug">): LiveHub {
  const feeds = new Map<string, FactoryFeed>();
  let check: NodeJS.Timeout | undefined;
  const onTrouble = (error: unknown): void => {
    // A database that is away says so itself, to everybody who asks.
    if (failureOf(error) === null) onBug({ requestId: "", path: "live", ...describeError(error) });
  };

  function feedOf(factoryId: string): FactoryFeed {
    const known = feeds.get(factoryId);
    if (known !== undefined) return known;
    const feed = createFactoryFeed({ withDb: lender(tenancy, factoryId), onTrouble });
    feeds.set(factoryId, feed);
    check ??= setInterval(() => void endClosed(tenancy, feeds).catch(onTrouble), CLOSED_CHECK_MS).unref();
    return feed;
  }

  function leave(factoryId: string, feed: FactoryFeed, seat: Seat): void {
    feed.leave(seat);
    if (feed.seats.size > 0 || feeds.get(factoryId) !== feed) return;
    feeds.delete(factoryId);
    if (feeds.size > 0) return;
    clearInterval(check);
    check = undefined;
  }

  return {
    watch: ({ factoryId, listener, ...session }, from, signal) => {
      assertRoom(feeds.get(factoryId), listener.id);
      const feed = feedOf(factoryId);
      const seat = createSeat(listener, session);
      feed.join(seat);
      const stop = (): void => {
        seat.end();
        leave(factoryId, feed, seat);
      };
      if (signal.aborted) stop();
      else signal.addEventListener("abort", stop, { once: true });
      return follow(feed, seat, from);
    },
    poke: (factoryId) => feeds.get(factoryId)?.poke(),
    stats: () => ({
      feeds: feeds.size,
      streams: [...feeds.values()].reduce((sum, { seats }) => sum + seats.size, 0),
      lagMs: Math.max(0, ...[...feeds.values()].map((feed) => feed.lagMs())),
    }),
  };
}

function assertRoom(feed: FactoryFeed | undefined, personId: string): void {
  if (feed === undefined) return;
  const own = [...feed.seats].filter(({ listener }) => listener.id === personId).length;
  if (own < STREAMS_PER_PERSON && feed.seats.size < STREAMS_PER_FACTORY) return;
  fail({ code: "RATE_LIMITED", retryAfterSeconds: RETRY_AFTER_S });
}

const lender =
  (tenancy: Tenancy, factoryId: string): WithDb =>
  async (work) => {
    const factory = await tenancy.findFactoryById(factoryId);
    if (factory === undefined) return fail({ code: "NOT_FOUND", entity: "factory", id: factoryId });
    const { db, release } = await tenancy.openTenant(factory);
    return work(db).finally(release);
  };

async function endClosed({ central, closeFactory }: Tenancy, feeds: ReadonlyMap<string, FactoryFeed>): Promise<void> {
  for (const { id, state, reason } of await listClosed(central, [...feeds.keys()])) {
    closeFactory(id);
    const failure: Failure =
      state === "RESTORING" || state === "MOVING"
        ? { code: "FACTORY_NOT_READY", state }
        : { code: "FACTORY_SUSPENDED", reason };
    for (const seat of feeds.get(id)?.seats ?? []) seat.end(failure);
  }
  await showOut(central, feeds);
}

// Whoever of support looks where it may no longer: the grant was ended, or its time is over.
async function showOut(central: Tenancy["central"], feeds: ReadonlyMap<string, FactoryFeed>): Promise<void> {
  const seats = [...feeds.values()].flatMap((feed) => [...feed.seats]).filter(({ isSupport }) => isSupport);
  const ids = [...new Set(seats.map(({ sessionId }) => sessionId))];
  const standing = await findSupportStanding(central, ids, new Date());
  for (const seat of seats) if (!standing.has(seat.sessionId)) seat.end({ code: "SUPPORT_CLOSED" });
}
