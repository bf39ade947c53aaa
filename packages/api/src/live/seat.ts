import type { Failure, LiveListener } from "@storehouse/domain";

/** Somebody who listens to a factory's feed through one stream. */
export type Seat = Readonly<{
  listener: LiveListener;
  sessionId: string;
  /** Of an operator who looks by the factory's grant: their session is none of the factory's. */
  isSupport: boolean;
  /** Resolves when there is something to look at: more of the feed, or the seat's end. */
  tick: () => Promise<void>;
  wake: () => void;
  /** Ends the stream: with a failure for good; without one the client comes back at once, as somebody with other rights perhaps. */
  end: (failure?: Failure) => void;
  /** How it ended; undefined while it has not. */
  ended: () => Readonly<{ failure: Failure | undefined }> | undefined;
}>;

/** Makes a seat. */
export function createSeat(
  listener: LiveListener,
  { sessionId, isSupport }: Readonly<{ sessionId: string; isSupport: boolean }>,
): Seat {
  let ending: Readonly<{ failure: Failure | undefined }> | undefined;
  let isAwake = false;
  let rouse: (() => void) | undefined;
  const wake = (): void => {
    isAwake = true;
    rouse?.();
  };
  return {
    listener,
    sessionId,
    isSupport,
    wake,
    tick: async () => {
      if (!isAwake) await new Promise<void>((resolve) => (rouse = resolve));
      isAwake = false;
      rouse = undefined;
    },
    end: (failure) => {
      ending ??= { failure };
      wake();
    },
    ended: () => ending,
  };
}
