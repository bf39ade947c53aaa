import { and, eq, gt, isNull, type TenantDb } from "@storehouse/db";
import { sessions, users } from "@storehouse/db/tenant";
import { ROLES, type Role } from "@storehouse/domain";
import { hashSecret, SESSION_MAX_AGE_S } from "./session-token.ts";

/** Somebody who is signed in: the person and the session they came with. */
export type Person = Readonly<{
  userId: string;
  username: string;
  name: string;
  role: Role;
  /** The session as lists show it; its secret is in the token alone. */
  sessionId: string;
  device: string;
}>;

const TOUCH_EVERY_MS = 60_000;

/** Who a session belongs to; undefined when it was ended, has expired, or its person may not sign in any more. */
export async function findPerson(db: TenantDb, sessionSecret: string, now: Date): Promise<Person | undefined> {
  const id = hashSecret(sessionSecret);
  const [row] = await db
    .select({
      userId: users.id,
      username: users.username,
      name: users.name,
      role: users.role,
      sessionId: sessions.publicId,
      device: sessions.device,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, id), isNull(sessions.revokedAt), gt(sessions.expiresAt, now), eq(users.isActive, true)));
  if (row === undefined) return undefined;
  const { lastSeenAt, ...person } = row;
  const role = ROLES.find((known) => known === person.role);
  if (role === undefined) return undefined;
  if (now.getTime() - lastSeenAt.getTime() > TOUCH_EVERY_MS) await touch(db, id, { userId: person.userId, now });
  return { ...person, role };
}

// Using a session prolongs it; once a minute is often enough to say so.
async function touch(db: TenantDb, id: string, { userId, now }: { userId: string; now: Date }): Promise<void> {
  const expiresAt = new Date(now.getTime() + SESSION_MAX_AGE_S * 1000);
  await db.update(sessions).set({ lastSeenAt: now, expiresAt }).where(eq(sessions.id, id));
  await db.update(users).set({ lastSeenAt: now }).where(eq(users.id, userId));
}
