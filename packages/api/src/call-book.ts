import { DURATION_STEPS, durationStep } from "@storehouse/domain";
import { addCalls, type CountedCalls } from "@storehouse/services";
import { describeError } from "@storehouse/tenancy";
import type { AnsweredCall, ApiOptions } from "./api-options.ts";
import { failureOf } from "./failures.ts";

/** What a process counts of the calls of each factory, until it is added to what others have counted. */
export type CallBook = Readonly<{
  note: (factoryId: string, call: AnsweredCall) => void;
  /** Adds what is counted now. What can't be added is kept for the next time. */
  flush: () => Promise<void>;
}>;

type Tally = { calls: number; failed: number; steps: number[]; lastAt: number };

const SLOT_MS = 5 * 60_000;
const FLUSH_MS = 10_000;
// While the central database is away, so many tallies are kept at most.
const KEPT_MAX = 20_000;

/** Makes the book of a process: it is emptied every ten seconds. */
export function createCallBook({ tenancy, onBug }: Pick<ApiOptions, "tenancy" | "onBug">): CallBook {
  let tallies = new Map<string, Tally>();
  let underWay = Promise.resolve();

  async function add(): Promise<void> {
    if (tallies.size === 0) return;
    const taken = tallies;
    tallies = new Map();
    try {
      await addCalls(tenancy.central, [...taken].map(countedOf));
    } catch (error) {
      for (const [key, tally] of taken) merge(tallies, key, tally);
      // A database that is away says so itself, to everybody who asks.
      if (failureOf(error) === null) onBug({ requestId: "", path: "call-book", ...describeError(error) });
    }
  }

  const flush = (): Promise<void> => (underWay = underWay.then(add));
  setInterval(() => void flush(), FLUSH_MS).unref();
  return {
    note: (factoryId, { outcome, ms }) => {
      const now = Date.now();
      const steps = Array.from({ length: DURATION_STEPS.length + 1 }, (_, step) => Number(step === durationStep(ms)));
      const tally = { calls: 1, failed: Number(outcome === "failed"), steps, lastAt: now };
      merge(tallies, `${factoryId} ${now - (now % SLOT_MS)}`, tally);
    },
    flush,
  };
}

function merge(into: Map<string, Tally>, key: string, tally: Tally): void {
  const known = into.get(key);
  if (known === undefined) {
    if (into.size < KEPT_MAX) into.set(key, tally);
    return;
  }
  known.calls += tally.calls;
  known.failed += tally.failed;
  known.lastAt = Math.max(known.lastAt, tally.lastAt);
  known.steps = known.steps.map((count, step) => count + (tally.steps[step] ?? 0));
}

function countedOf([key, { lastAt, ...tally }]: readonly [string, Tally]): CountedCalls {
  const [factoryId = "", slot] = key.split(" ");
  return { factoryId, slotAt: new Date(Number(slot)), lastAt: new Date(lastAt), ...tally };
}
