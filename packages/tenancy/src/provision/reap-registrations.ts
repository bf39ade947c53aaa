import { and, eq, gt, gte, inArray, isNotNull, isNull, lt, or, sql } from "@storehouse/db";
import { factories, registrations } from "@storehouse/db/central";
import type { Provisioner } from "./open-provisioner.ts";
import {
  ATTEMPTS_MAX,
  BUILDING_STATES,
  changeUnderLease,
  claimRegistration,
  releaseFor,
} from "./registration-lease.ts";
import { undoFactory } from "./undo-factory.ts";

const STUCK_MINUTES = 15;
const KEPT_DAYS = 7;
const RETRY_SECONDS = 60;
const NOW = sql`utc_timestamp(3)`;

/**
 * Ends the registrations that nobody will finish: tried too often, or begun a quarter of an hour ago. What they made is
 * taken back and their names are free again. One that waits for its first attempt is left alone. Returns how many ended;
 * `onFailed` hears of those that could not be.
 */
export async function reapRegistrations(
  provisioner: Provisioner,
  onFailed: (factoryId: string, error: unknown) => void = () => undefined,
): Promise<number> {
  const { central } = provisioner;
  const isStuck = lt(registrations.createdAt, sql`utc_timestamp(3) - interval ${STUCK_MINUTES} minute`);
  const rows = await central
    .select({ factoryId: registrations.factoryId, error: registrations.error })
    .from(registrations)
    .innerJoin(factories, eq(factories.id, registrations.factoryId))
    .where(
      and(
        inArray(factories.state, BUILDING_STATES),
        or(isNull(registrations.leaseUntil), lt(registrations.leaseUntil, NOW)),
        or(gte(registrations.attempts, ATTEMPTS_MAX), and(gt(registrations.attempts, 0), isStuck)),
      ),
    );
  let count = 0;
  for (const row of rows) {
    try {
      if (await reap(provisioner, row)) count += 1;
    } catch (error) {
      // One that can't be taken back, or that another has by now, does not keep the rest.
      onFailed(row.factoryId, error);
    }
  }
  return count;
}

type Stuck = Readonly<{ factoryId: string; error: string | null }>;

async function reap(provisioner: Provisioner, { factoryId, error }: Stuck): Promise<boolean> {
  const claim = await claimRegistration(provisioner.central, factoryId);
  if (claim === undefined) return false;
  await changeUnderLease(claim, { registration: { error: error ?? "not finished in time" } });
  if (await undoFactory(provisioner, claim)) return true;
  await changeUnderLease(claim, { registration: releaseFor(RETRY_SECONDS) });
  return false;
}

/** Empties the password hashes of sign-ups that failed a week ago: until then the operator could try them again. */
export async function forgetFailedRegistrations({ central }: Pick<Provisioner, "central">): Promise<number> {
  const failed = central.select({ id: factories.id }).from(factories).where(eq(factories.state, "FAILED"));
  const [forgotten] = await central
    .update(registrations)
    .set({ adminPasswordHash: null })
    .where(
      and(
        isNotNull(registrations.adminPasswordHash),
        lt(registrations.updatedAt, sql`utc_timestamp(3) - interval ${KEPT_DAYS} day`),
        inArray(registrations.factoryId, failed),
      ),
    );
  return forgotten.affectedRows;
}
