import { type CentralDb, and, eq, isDuplicateKey, lt, sql } from "@storehouse/db";
import { leases } from "@storehouse/db/central";
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";

/** A piece of work held by one process. The token rises with each holder, so that a late one is recognised. */
export type Lease = Readonly<{ name: string; holder: string; token: number }>;

/** Names this process where leases are kept; no other process has the same name. */
export const PROCESS_NAME = `${hostname().slice(0, 40)}:${process.pid}:${randomUUID().slice(0, 8)}`;

/** By the database's clock: the clocks of two machines differ. */
const until = (ms: number) => sql`utc_timestamp(3) + interval ${ms * 1000} microsecond`;
const isOver = lt(leases.expiresAt, sql`utc_timestamp(3)`);

/** Takes a lease that nobody holds; undefined when another does. */
export async function acquireLease(central: CentralDb, name: string, ms: number): Promise<Lease | undefined> {
  const holder = PROCESS_NAME;
  const [taken] = await central
    .update(leases)
    .set({ holder, token: sql`${leases.token} + 1`, expiresAt: until(ms) })
    .where(and(eq(leases.name, name), isOver));
  if (taken.affectedRows === 0) {
    try {
      await central.insert(leases).values({ name, holder, token: 1, expiresAt: until(ms) });
    } catch (error) {
      if (isDuplicateKey(error)) return undefined;
      throw error;
    }
  }
  const [row] = await central.select({ token: leases.token }).from(leases).where(heldBy({ name, holder }));
  return row && { name, holder, token: row.token };
}

/** Holds on for longer; false when it was lost in the meantime, and with it the right to go on. */
export async function renewLease(central: CentralDb, lease: Lease, ms: number): Promise<boolean> {
  const [renewed] = await central
    .update(leases)
    .set({ expiresAt: until(ms) })
    .where(and(heldBy(lease), eq(leases.token, lease.token)));
  return renewed.affectedRows === 1;
}

/** Lets go, so that the next one need not wait. */
export async function releaseLease(central: CentralDb, lease: Lease): Promise<void> {
  await central
    .update(leases)
    .set({ expiresAt: sql`utc_timestamp(3) - interval 1 second` })
    .where(and(heldBy(lease), eq(leases.token, lease.token)));
}

/** True while somebody holds the lease. */
export async function isLeaseHeld(central: CentralDb, name: string): Promise<boolean> {
  const held = await central
    .select({ name: leases.name })
    .from(leases)
    .where(and(eq(leases.name, name), sql`${leases.expiresAt} >= utc_timestamp(3)`));
  return held.length > 0;
}

const heldBy = ({ name, holder }: Pick<Lease, "name" | "holder">) =>
  and(eq(leases.name, name), eq(leases.holder, holder));
