import { DomainError } from "@storehouse/domain";

/** A number of permits that callers take and give back, first come first served. */
export type Semaphore = Readonly<{
  /** Takes permits at once, or says that it cannot. Whoever waits already comes first. */
  tryTake: (permits: number) => boolean;
  /** Takes permits, waiting for them; refuses with BUSY when the wait grows too long or the line too large. */
  take: (permits: number) => Promise<void>;
  give: (permits: number) => void;
  /** Changes how many there are. What is taken beyond a smaller number is waited for, never taken back. */
  resize: (capacity: number) => void;
  load: () => Readonly<{ taken: number; waiting: number; capacity: number }>;
}>;

type Waiter = { permits: number; admit: () => void };

/** Makes a semaphore. `waitMs` is how long `take` waits, `lineMax` how many may wait at once. */
export function createSemaphore(options: Readonly<{ capacity: number; waitMs: number; lineMax: number }>): Semaphore {
  const line = new Set<Waiter>();
  let { capacity } = options;
  let taken = 0;

  function admitNext(): void {
    for (const waiter of line) {
      if (taken + waiter.permits > capacity) return;
      line.delete(waiter);
      taken += waiter.permits;
      waiter.admit();
    }
  }

  function tryTake(permits: number): boolean {
    if (line.size > 0 || taken + permits > capacity) return false;
    taken += permits;
    return true;
  }

  function take(permits: number): Promise<void> {
    if (tryTake(permits)) return Promise.resolve();
    if (line.size >= options.lineMax) return Promise.reject(busy());
    return new Promise((resolve, reject) => {
      const waiter = {
        permits,
        admit: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        line.delete(waiter);
        reject(busy());
        // One who asked for much may have held up others who ask for little.
        admitNext();
      }, options.waitMs);
      line.add(waiter);
    });
  }

  return {
    tryTake,
    take,
    give: (permits) => {
      taken -= permits;
      admitNext();
    },
    resize: (next) => {
      capacity = next;
      admitNext();
    },
    load: () => ({ taken, waiting: line.size, capacity }),
  };
}

const busy = (): DomainError => new DomainError({ code: "BUSY", retryAfterSeconds: 1 });
