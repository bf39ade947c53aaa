import { and, type CentralDb, centralTransaction, desc, eq } from "@storehouse/db";
import { factories, supportGrants, supportSessions } from "@storehouse/db/central";
import { fail, type GrantSupportInput, type SupportGrant, type SupportStatus } from "@storehouse/domain";
import { recordPlatformEvent } from "@storehouse/tenancy";
import { standingOf } from "./find-support.ts";

/** The person of the factory who lets support in, or shows it out. */
type By = Readonly<{ id: string; name: string; at: Date }>;

/** Support in one factory, and in no other. `alongside` is written in the same breath: where it fails, nothing was done. */
export type SupportDesk = Readonly<{
  status: (now: Date) => Promise<SupportStatus>;
  grant: (input: GrantSupportInput, by: By, alongside: () => Promise<void>) => Promise<SupportGrant>;
  end: (id: string, by: By, alongside: () => Promise<void>) => Promise<void>;
}>;

const VISITS_SHOWN = 20;
const HOUR_MS = 3_600_000;
// A page that is open asks at least so often.
const IN_MS = 2 * 60_000;

/** Opens the desk of a factory. */
export const supportDesk = (central: CentralDb, factoryId: string): SupportDesk => ({
  status: async (now) => {
    const [grant, visits] = await Promise.all([findGrant(central, factoryId, now), listVisits(central, factoryId)]);
    return { grant: grant ?? null, visits: visits.map((row) => toVisit(row, now)) };
  },
  grant: (input, by, alongside) =>
    centralTransaction(central, async (tx) => {
      await lockFactory(tx, factoryId);
      const known = await repeated(tx, factoryId, input.id);
      if (known !== undefined) return known;
      const standing = await findGrant(tx, factoryId, by.at);
      if (standing !== undefined)
        fail({ code: "WRONG_STATE", entity: "supportGrant", id: standing.id, state: "STANDING" });
      const { id, hours, reason } = input;
      const expiresAt = new Date(by.at.getTime() + hours * HOUR_MS);
      const row = { id, factoryId, reason, grantedBy: by.id, grantedByName: by.name, grantedAt: by.at, expiresAt };
      await tx.insert(supportGrants).values(row);
      const detail = { grantId: id, hours, reason, userId: by.id, name: by.name };
      await recordPlatformEvent(tx, { actor: "factory", action: "support.grant", factoryId, detail });
      await alongside();
      return toGrant(row);
    }),
  end: (id, by, alongside) =>
    centralTransaction(central, async (tx) => {
      const isIt = and(eq(supportGrants.id, id), eq(supportGrants.factoryId, factoryId));
      const [row] = await tx.select().from(supportGrants).where(isIt).for("update");
      if (row === undefined) return fail({ code: "NOT_FOUND", entity: "supportGrant", id });
      if (row.endedAt !== null || row.expiresAt <= by.at) return undefined;
      await tx.update(supportGrants).set({ endedAt: by.at }).where(isIt);
      const detail = { grantId: id, userId: by.id, name: by.name };
      await recordPlatformEvent(tx, { actor: "factory", action: "support.end", factoryId, detail });
      return alongside();
    }),
});

/** The grant by which support may look into a factory now; undefined when there is none. */
export async function findGrant(central: CentralDb, factoryId: string, now: Date): Promise<SupportGrant | undefined> {
  const [row] = await central
    .select()
    .from(supportGrants)
    .where(and(eq(supportGrants.factoryId, factoryId), ...standingOf(now)))
    .orderBy(desc(supportGrants.grantedAt), desc(supportGrants.id))
    .limit(1);
  return row && toGrant(row);
}

// Two masters at once: the second finds what the first has granted.
async function lockFactory(tx: CentralDb, factoryId: string): Promise<void> {
  await tx.select({ id: factories.id }).from(factories).where(eq(factories.id, factoryId)).for("update");
}

async function repeated(tx: CentralDb, factoryId: string, id: string): Promise<SupportGrant | undefined> {
  const [row] = await tx.select().from(supportGrants).where(eq(supportGrants.id, id));
  if (row === undefined) return undefined;
  return row.factoryId === factoryId ? toGrant(row) : fail({ code: "KEY_REUSED", clientId: id });
}

function listVisits(central: CentralDb, factoryId: string) {
  const { publicId: id, operatorName, enteredAt, lastSeenAt, leftAt } = supportSessions;
  const { endedAt, expiresAt } = supportGrants;
  return central
    .select({ id, operatorName, enteredAt, lastSeenAt, leftAt, endedAt, expiresAt })
    .from(supportSessions)
    .innerJoin(supportGrants, eq(supportGrants.id, supportSessions.grantId))
    .where(eq(supportSessions.factoryId, factoryId))
    .orderBy(desc(enteredAt), desc(supportSessions.id))
    .limit(VISITS_SHOWN);
}

type Visit = Awaited<ReturnType<typeof listVisits>>[number];

function toVisit(
  { id, operatorName, enteredAt, lastSeenAt, ...row }: Visit,
  now: Date,
): SupportStatus["visits"][number] {
  const isOver = row.leftAt !== null || row.endedAt !== null || row.expiresAt <= now;
  return {
    id,
    operatorName,
    enteredAt: enteredAt.toISOString(),
    lastSeenAt: (row.leftAt ?? lastSeenAt).toISOString(),
    isIn: !isOver && now.getTime() - lastSeenAt.getTime() < IN_MS,
  };
}

type GrantRow = Readonly<{ id: string; reason: string; grantedByName: string; grantedAt: Date; expiresAt: Date }>;

const toGrant = ({ id, reason, grantedByName, grantedAt, expiresAt }: GrantRow): SupportGrant => ({
  id,
  reason,
  grantedByName,
  grantedAt: grantedAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});
