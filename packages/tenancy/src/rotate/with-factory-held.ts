import type { CentralDb } from "@storehouse/db";
import { fail } from "@storehouse/domain";
import { setTimeout as sleep } from "node:timers/promises";
import { acquireLease, type Lease, releaseLease, renewLease } from "../lease.ts";

const LEASE_MS = 60_000;
const WAIT_MS = 30_000;
const POLL_MS = 250;
const BUSY_SECONDS = 30;

/** Runs `work` while nobody migrates the factory or saves it: both enter as the user whose rights it changes. Throws BUSY. */
export async function withFactoryHeld<T>(central: CentralDb, factoryId: string, work: () => Promise<T>): Promise<T> {
  const held: Lease[] = [];
  // In the order in which a backup takes them.
  for (const name of [`backup:${factoryId}`, `migrate:${factoryId}`]) {
    const lease = await waitFor(central, name);
    if (lease === undefined) {
      await release(central, held);
      fail({ code: "BUSY", retryAfterSeconds: BUSY_SECONDS });
    }
    held.push(lease);
  }
  const renewal = setInterval(() => {
    for (const lease of held) renewLease(central, lease, LEASE_MS).catch(() => false);
  }, LEASE_MS / 4);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await release(central, held);
  }
}

async function waitFor(central: CentralDb, name: string): Promise<Lease | undefined> {
  for (const end = Date.now() + WAIT_MS; Date.now() < end; await sleep(POLL_MS)) {
    const lease = await acquireLease(central, name, LEASE_MS);
    if (lease !== undefined) return lease;
  }
  return undefined;
}

async function release(central: CentralDb, held: readonly Lease[]): Promise<void> {
  for (const lease of held) await releaseLease(central, lease).catch(() => undefined);
}
