import type { Tenancy } from "@storehouse/tenancy";
import { acquireLease, type Lease, releaseLease, renewLease } from "@storehouse/tenancy/fleet";
import type { Logger } from "pino";
import { startLoop } from "./start-loop.ts";

/** A lease that is held as long as the process works and nobody else has it. */
export type HeldLease = Readonly<{
  /** Settled once it has been asked for the first time, whoever got it. */
  asked: Promise<void>;
  /** The lease as long as it is held. */
  held: () => Lease | undefined;
  stop: () => Promise<void>;
}>;

type LeaseWish = Readonly<{ central: Tenancy["central"]; name: string; everyMs: number; lastsMs: number; log: Logger }>;

/** Takes a lease when it is free and renews it; when the database can't be asked in time, it counts as lost. */
export function holdLease({ central, name, everyMs, lastsMs, log }: LeaseWish): HeldLease {
  let lease: Lease | undefined;
  let heldUntil = 0;
  const asked = Promise.withResolvers<void>();

  async function hold(): Promise<boolean> {
    const askedAt = Date.now();
    try {
      if (lease !== undefined && !(await renewLease(central, lease, lastsMs))) lease = undefined;
      lease ??= await acquireLease(central, name, lastsMs);
      if (lease !== undefined) heldUntil = askedAt + lastsMs;
      return true;
    } catch (error) {
      log.warn({ error, lease: name }, "a lease could not be renewed");
      return false;
    } finally {
      asked.resolve();
    }
  }

  const loop = startLoop({ everyMs, afterFailureMs: everyMs, work: hold });
  return {
    asked: asked.promise,
    held: () => (Date.now() < heldUntil ? lease : undefined),
    stop: async () => {
      await loop.stop();
      // It runs out by itself when the database is away.
      if (lease !== undefined) await releaseLease(central, lease).catch(() => undefined);
    },
  };
}
