import { and, type CentralDb, eq, gt, inArray, isNull } from "@storehouse/db";
import { operatorFactories, operators, operatorSessions, supportGrants, supportSessions } from "@storehouse/db/central";
import { isOperatorRole, operatorPermissionsOf, SUPPORT_IDLE_MINUTES } from "@storehouse/domain";
import { hashSecret } from "../session/session-token.ts";

/** An operator who is in a factory that let them in. */
export type SupportVisitor = Readonly<{
  operatorId: string;
  username: string;
  name: string;
  factoryId: string;
  grantId: string;
  sessionId: string;
  device: string;
  until: Date;
}>;

const IDLE_MS = SUPPORT_IDLE_MINUTES * 60_000;
const TOUCH_EVERY_MS = 30_000;

/** What makes a grant one that still lets support in. */
export const standingOf = (now: Date) => [isNull(supportGrants.endedAt), gt(supportGrants.expiresAt, now)];

const visits = (central: CentralDb) =>
  central
    .select({
      operatorId: operators.id,
      username: operators.username,
      name: operators.name,
      role: operators.role,
      assignedId: operatorFactories.factoryId,
      factoryId: supportSessions.factoryId,
      grantId: supportSessions.grantId,
      sessionId: supportSessions.publicId,
      device: supportSessions.device,
      lastSeenAt: supportSessions.lastSeenAt,
      until: supportGrants.expiresAt,
    })
    .from(supportSessions)
    .innerJoin(
      supportGrants,
      and(eq(supportGrants.id, supportSessions.grantId), eq(supportGrants.factoryId, supportSessions.factoryId)),
    )
    .innerJoin(operatorSessions, eq(operatorSessions.publicId, supportSessions.operatorSessionId))
    .innerJoin(operators, eq(operators.id, operatorSessions.operatorId))
    .leftJoin(
      operatorFactories,
      and(eq(operatorFactories.operatorId, operators.id), eq(operatorFactories.factoryId, supportSessions.factoryId)),
    );

type Row = Awaited<ReturnType<typeof visits>>[number];

// The console's own idle time is not asked: whoever looks into a factory is not idle.
const standing = (now: Date) => [
  isNull(supportSessions.leftAt),
  gt(supportSessions.lastSeenAt, new Date(now.getTime() - IDLE_MS)),
  ...standingOf(now),
  isNull(operatorSessions.revokedAt),
  gt(operatorSessions.endsAt, now),
  eq(operatorSessions.sessionVersion, operators.sessionVersion),
  eq(operators.isActive, true),
];

/**
 * Who a support session belongs to; undefined when they left or were idle, when the grant was ended or is over, or when the operator was
 * signed out of the console, disabled, or is not assigned the factory any more.
 */
export async function findSupport(central: CentralDb, secret: string, now: Date): Promise<SupportVisitor | undefined> {
  const id = hashSecret(secret);
  const [row] = await visits(central).where(and(eq(supportSessions.id, id), ...standing(now)));
  if (row === undefined || !mayLook(row)) return undefined;
  const { role: _role, assignedId: _assigned, lastSeenAt, ...visitor } = row;
  if (now.getTime() - lastSeenAt.getTime() > TOUCH_EVERY_MS)
    await central.update(supportSessions).set({ lastSeenAt: now }).where(eq(supportSessions.id, id));
  return visitor;
}

/** Which of some support sessions, by the ids that lists show, still stand: one question for all of them. */
export async function findSupportStanding(
  central: CentralDb,
  sessionIds: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  if (sessionIds.length === 0) return new Set();
  const rows = await visits(central).where(and(inArray(supportSessions.publicId, [...sessionIds]), ...standing(now)));
  return new Set(rows.filter(mayLook).map(({ sessionId }) => sessionId));
}

function mayLook({ role, assignedId }: Row): boolean {
  if (!isOperatorRole(role) || !operatorPermissionsOf(role).has("support.open")) return false;
  return role !== "OPERATOR" || assignedId !== null;
}
