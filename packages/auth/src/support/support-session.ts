import { and, type CentralDb, centralTransaction, desc, eq } from "@storehouse/db";
import { supportGrants, supportSessions } from "@storehouse/db/central";
import { fail, type OperatorActor } from "@storehouse/domain";
import { recordPlatformEvent } from "@storehouse/tenancy";
import { v7 } from "uuid";
import type { Origin } from "../session/open-session.ts";
import { hashSecret, newSessionSecret } from "../session/session-token.ts";
import { standingOf, type SupportVisitor } from "./find-support.ts";

type Entry = Readonly<{ operator: OperatorActor; factoryId: string; origin: Origin; now: Date }>;
type Opened = Readonly<{ grantId: string; sessionId: string }>;

/**
 * Starts a support session in a factory whose grant stands, and writes it into the service's log; `alongside` writes it into the factory's,
 * and where it fails nobody is in. Returns what the cookie holds. Throws SUPPORT_CLOSED without a grant.
 */
export function openSupportSession(
  central: CentralDb,
  { operator, factoryId, origin, now }: Entry,
  alongside: (opened: Opened) => Promise<void>,
): Promise<Readonly<{ secret: string; until: Date }>> {
  return centralTransaction(central, async (tx) => {
    const [grant] = await tx
      .select({ id: supportGrants.id, until: supportGrants.expiresAt })
      .from(supportGrants)
      .where(and(eq(supportGrants.factoryId, factoryId), ...standingOf(now)))
      .orderBy(desc(supportGrants.grantedAt), desc(supportGrants.id))
      .limit(1)
      .for("update");
    if (grant === undefined) return fail({ code: "SUPPORT_CLOSED" });
    const [secret, sessionId] = [newSessionSecret(), v7()];
    const address = origin.address.slice(0, 64);
    await tx.insert(supportSessions).values({
      id: hashSecret(secret),
      publicId: sessionId,
      grantId: grant.id,
      factoryId,
      operatorSessionId: operator.sessionId,
      operatorName: operator.name,
      device: origin.device,
      address,
      enteredAt: now,
      lastSeenAt: now,
    });
    const detail = { grantId: grant.id, sessionId, device: origin.device, address };
    const actor = `operator:${operator.username}` as const;
    await recordPlatformEvent(tx, { actor, action: "support.enter", factoryId, detail });
    await alongside({ grantId: grant.id, sessionId });
    return { secret, until: grant.until };
  });
}

/** Ends a support session, and writes it into the service's log; `alongside` writes it into the factory's. One that has ended is left so. */
export function closeSupportSession(
  central: CentralDb,
  { sessionId, grantId, username, factoryId }: SupportVisitor,
  { now, alongside }: Readonly<{ now: Date; alongside: () => Promise<void> }>,
): Promise<void> {
  return centralTransaction(central, async (tx) => {
    const isIt = eq(supportSessions.publicId, sessionId);
    const [row] = await tx.select({ leftAt: supportSessions.leftAt }).from(supportSessions).where(isIt).for("update");
    if (row === undefined || row.leftAt !== null) return;
    await tx.update(supportSessions).set({ leftAt: now }).where(isIt);
    const detail = { grantId, sessionId };
    await recordPlatformEvent(tx, { actor: `operator:${username}`, action: "support.leave", factoryId, detail });
    await alongside();
  });
}
