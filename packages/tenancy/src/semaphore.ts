import { DomainError } from "@storehouse/domain";

/** How many permits there are, how many are out, and how many those who stand in line want. */
export type SemaphoreLoad = Readonly<{ capacity: number; taken: number; waiting: number; wanted: number }>;

/** A number of permits that callers take and give back, first come first served. */
export type Semaphore = Readonly<{
  /** Takes permits at once, or says that it cannot. Whoever stands in line already comes first. */
  tryTake: (permits: number) => boolean;
  /** Takes permits, waiting for them; refuses with BUSY when the wait grows too long or the line too large. */
  take: (permits: number) => Promise<void>;
  give: (permits: number) => void;
  /** Changes how many there are. What is out beyond a smaller number is waited for, never taken back. */
  resize: (capacity: number) => void;
  load: () => SemaphoreLoad;
}>;

type Waiter = Readonly<{ permits: number; admit: () => void }>;
type State = { capacity: number; taken: number; wanted: number; readonly line: Set<Waiter> };

/** Makes a semaphore. `waitMs` is how long `take` waits, `lineMax` how many may stand in line. */
export function createSemaphore(options: Readonly<{ capacity: number; waitMs: number; lineMax: number }>): Semaphore {
  const state: State = { capacity: options.capacity, taken: 0, wanted: 0, line: new Set() };
  return {
    tryTake: (permits) => tryTake(state, permits),
    take: (permits) => {
      if (tryTake(state, permits)) return Promise.resolve();
      return state.line.size < options.lineMax ? standInLine(state, permits, options.waitMs) : Promise.reject(busy());
    },
    give: (permits) => {
      state.taken -= permits;
      admitNext(state);
    },
    resize: (capacity) => {
      state.capacity = capacity;
      admitNext(state);
    },
    load: () => ({
      capacity: state.capacity,
      taken: state.taken,
      waiting: state.line.size,
      wanted: state.wanted,
    }),
  };
}

function tryTake(state: State, permits: number): boolean {
  if (state.line.size > 0 || state.taken + permits > state.capacity) return false;
  state.taken += permits;
  return true;
}

function standInLine(state: State, permits: number, waitMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const waiter = {
      permits,
      admit: () => {
        clearTimeout(timer);
        resolve();
      },
    };
    const timer = setTimeout(() => {
      leaveLine(state, waiter);
      reject(busy());
      // One who wants much may have held up others who want little.
      admitNext(state);
    }, waitMs);
    state.line.add(waiter);
    state.wanted += permits;
  });
}

function admitNext(state: State): void {
  for (const waiter of state.line) {
    if (state.taken + waiter.permits > state.capacity) return;
    leaveLine(state, waiter);
    state.taken += waiter.permits;
    waiter.admit();
  }
}

function leaveLine(state: State, waiter: Waiter): void {
  state.line.delete(waiter);
  state.wanted -= waiter.permits;
}

const busy = (): DomainError => new DomainError({ code: "BUSY", retryAfterSeconds: 1 });
