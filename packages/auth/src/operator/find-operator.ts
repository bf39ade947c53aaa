import { and, type CentralDb, eq, gt, isNull } from "@storehouse/db";
import { operatorFactories, operators, operatorSessions } from "@storehouse/db/central";
import { isOperatorRole, OPERATOR_IDLE_MINUTES, type OperatorActor, operatorPermissionsOf } from "@storehouse/domain";
import { hashSecret } from "../session/session-token.ts";

const IDLE_MS = OPERATOR_IDLE_MINUTES * 60_000;
const TOUCH_EVERY_MS = 30_000;

/** Who a session of the console belongs to; undefined when it was ended, was left idle, is too old, or its operator was disabled. */
export async function findOperator(central: CentralDb, secret: string, now: Date): Promise<OperatorActor | undefined> {
  const id = hashSecret(secret);
  const [row] = await central
    .select({
      id: operators.id,
      username: operators.username,
      name: operators.name,
      role: operators.role,
      sessionId: operatorSessions.publicId,
      lastSeenAt: operatorSessions.lastSeenAt,
    })
    .from(operatorSessions)
    .innerJoin(operators, eq(operators.id, operatorSessions.operatorId))
    .where(and(eq(operatorSessions.id, id), ...standing(now)));
  if (row === undefined || !isOperatorRole(row.role)) return undefined;
  if (now.getTime() - row.lastSeenAt.getTime() > TOUCH_EVERY_MS) await touch(central, id, { operatorId: row.id, now });
  const { role, lastSeenAt: _, ...person } = row;
  const factoryIds = role === "OPERATOR" ? await assignedTo(central, row.id) : null;
  return { ...person, role, permissions: operatorPermissionsOf(role), factoryIds };
}

/** What makes a session one that still opens the console. */
export const standing = (now: Date) => [
  isNull(operatorSessions.revokedAt),
  gt(operatorSessions.endsAt, now),
  gt(operatorSessions.lastSeenAt, new Date(now.getTime() - IDLE_MS)),
  eq(operatorSessions.sessionVersion, operators.sessionVersion),
  eq(operators.isActive, true),
];

/** The factories an OPERATOR is assigned. */
export async function assignedTo(central: CentralDb, operatorId: string): Promise<ReadonlySet<string>> {
  const rows = await central
    .select({ id: operatorFactories.factoryId })
    .from(operatorFactories)
    .where(eq(operatorFactories.operatorId, operatorId));
  return new Set(rows.map(({ id }) => id));
}

async function touch(
  central: CentralDb,
  id: string,
  { operatorId, now }: Readonly<{ operatorId: string; now: Date }>,
): Promise<void> {
  await central.update(operatorSessions).set({ lastSeenAt: now }).where(eq(operatorSessions.id, id));
  await central.update(operators).set({ lastSeenAt: now }).where(eq(operators.id, operatorId));
}
