import {
  type CentralDb,
  and,
  centralTransaction,
  eq,
  gte,
  inArray,
  isNull,
  lt,
  or,
  type SQL,
  sql,
} from "@storehouse/db";
import { factories, registrations } from "@storehouse/db/central";
import type { FactoryState } from "@storehouse/domain";
import { randomUUID } from "node:crypto";
import { PROCESS_NAME } from "../lease.ts";
import { recordPlatformEvent } from "../record-platform-event.ts";

/** The states in which a factory is being made. */
export const BUILDING_STATES = ["REQUESTED", "CREATING", "MIGRATING", "SEEDING"] as const satisfies FactoryState[];

/** How often the making of a factory is begun before it counts as failed. */
export const ATTEMPTS_MAX = 5;

/** Someone else holds the registration by now: whatever this process still meant to do is theirs to do. */
export class LeaseLost extends Error {}

const LEASE_SECONDS = 60;
const NOW = sql`utc_timestamp(3)`;
const isFree = or(isNull(registrations.leaseUntil), lt(registrations.leaseUntil, NOW));
const leaseEnd = (seconds: number) => sql`utc_timestamp(3) + interval ${seconds} second`;

/** A registration that is held: by this attempt, told apart from any other of the same process. */
export type Claim = Readonly<{ central: CentralDb; factoryId: string; holder: string }>;

type Change<Row> = { [Column in keyof Row]?: Row[Column] | SQL };
type RegistrationChange = Change<typeof registrations.$inferInsert>;
type FactoryChange = Change<typeof factories.$inferInsert>;

/** Takes a registration that nobody works at, and counts the attempt. Undefined when another has it. */
export async function claimRegistration(central: CentralDb, factoryId: string): Promise<Claim | undefined> {
  const holder = `${PROCESS_NAME}:${randomUUID().slice(0, 8)}`;
  const [claimed] = await central
    .update(registrations)
    .set({
      leaseHolder: holder,
      leaseUntil: leaseEnd(LEASE_SECONDS),
      attempts: sql`${registrations.attempts} + 1`,
      updatedAt: NOW,
    })
    .where(and(eq(registrations.factoryId, factoryId), isFree));
  return claimed.affectedRows === 1 ? { central, factoryId, holder } : undefined;
}

/** Changes the registration and its factory together, and notes the event, if it is still held; the lease starts anew. Throws LeaseLost. */
export async function changeUnderLease(
  { central, factoryId, holder }: Claim,
  change: Readonly<{ registration?: RegistrationChange; factory?: FactoryChange; event?: string }>,
): Promise<void> {
  await centralTransaction(central, async (db) => {
    const [held] = await db
      .update(registrations)
      .set({ leaseUntil: leaseEnd(LEASE_SECONDS), updatedAt: NOW, ...change.registration })
      .where(
        and(
          eq(registrations.factoryId, factoryId),
          eq(registrations.leaseHolder, holder),
          gte(registrations.leaseUntil, NOW),
        ),
      );
    if (held.affectedRows !== 1) throw new LeaseLost("The lease on the registration ran out");
    if (change.event !== undefined) {
      await recordPlatformEvent(db, { actor: "worker", action: change.event, factoryId });
    }
    if (change.factory === undefined) return;
    await db
      .update(factories)
      .set({ ...change.factory, updatedAt: NOW })
      .where(eq(factories.id, factoryId));
  });
}

/** Lets go of the registration; nobody takes it up again before the given seconds have passed. */
export const releaseFor = (seconds: number): RegistrationChange => ({
  leaseHolder: null,
  leaseUntil: leaseEnd(seconds),
});

/** Registrations that wait for somebody, the oldest first. */
export async function listWaiting(central: CentralDb, limit: number): Promise<readonly string[]> {
  const rows = await central
    .select({ factoryId: registrations.factoryId })
    .from(registrations)
    .innerJoin(factories, eq(factories.id, registrations.factoryId))
    .where(and(inArray(factories.state, BUILDING_STATES), isFree, lt(registrations.attempts, ATTEMPTS_MAX)))
    .orderBy(registrations.createdAt)
    .limit(limit);
  return rows.map(({ factoryId }) => factoryId);
}
