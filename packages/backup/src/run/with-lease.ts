import type { CentralDb } from "@storehouse/db";
import { acquireLease, releaseLease, renewLease } from "@storehouse/tenancy/fleet";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * What a killed process held is free after this long: a factory that was being switched lets nobody in until then. Renewed
 * four times in it, so that a process that is merely slow keeps it.
 */
export const LEASE_MS = 20_000;
const POLL_MS = 250;

/**
 * Runs `work` while this process alone holds the lease; undefined when another holds it for all of the wait. The signal
 * goes off when the lease was lost: whoever has it now may be at the same work.
 */
export async function withLease<T>(
  central: CentralDb,
  { name, waitMs }: Readonly<{ name: string; waitMs: number }>,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const lease = await waitFor(central, name, Date.now() + waitMs);
  if (lease === undefined) return undefined;
  const lost = new AbortController();
  const renewal = setInterval(() => {
    // A database that is away for a moment is no reason to stop; one that says no is.
    renewLease(central, lease, LEASE_MS).then(
      (isHeld) => isHeld || lost.abort(),
      () => undefined,
    );
  }, LEASE_MS / 4);
  try {
    return await work(lost.signal);
  } finally {
    clearInterval(renewal);
    await releaseLease(central, lease).catch(() => undefined);
  }
}

async function waitFor(central: CentralDb, name: string, until: number) {
  for (;;) {
    const lease = await acquireLease(central, name, LEASE_MS);
    if (lease !== undefined || Date.now() >= until) return lease;
    await sleep(POLL_MS);
  }
}

/** The lease under which one subject's backups are written, checked and cleared away. */
export const backupLease = (subject: string, waitMs: number) => ({ name: `backup:${subject}`, waitMs });
