import { setTimeout as sleep } from "node:timers/promises";

/** A piece of work that is repeated until it is stopped. */
export type Loop = Readonly<{ stop: () => Promise<void> }>;

type LoopWish = Readonly<{ everyMs: number; afterFailureMs: number; work: () => Promise<boolean> }>;

/** Repeats `work` with a pause in between, never two at once. `stop` waits for the run that is under way. */
export function startLoop({ everyMs, afterFailureMs, work }: LoopWish): Loop {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      const pauseMs = (await work()) ? everyMs : afterFailureMs;
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
