import type { FeedBatch } from "@storehouse/services";

/** The last batches a process has read of one factory's feed. */
export type Ring = Readonly<{
  /** The number up to which the feed has been read. */
  position: () => number;
  add: (batches: readonly FeedBatch[]) => void;
  /** What follows a number; undefined when that is no longer, or not yet, here. */
  after: (number: number) => readonly FeedBatch[] | undefined;
}>;

const BATCHES_MAX = 500;

/** Makes a ring that starts after a number. */
export function createRing(start: number): Ring {
  let batches: FeedBatch[] = [];
  let base = start;
  let position = start;
  return {
    position: () => position,
    add: (more) => {
      batches.push(...more);
      position = batches.at(-1)?.number ?? position;
      if (batches.length <= BATCHES_MAX) return;
      base = batches[batches.length - BATCHES_MAX - 1]?.number ?? base;
      batches = batches.slice(-BATCHES_MAX);
    },
    after: (number) => {
      if (number < base || number > position) return undefined;
      return batches.filter((batch) => batch.number > number);
    },
  };
}
