import { eq, type TenantDb, transaction } from "@storehouse/db";
import { auditLog, sessions, users } from "@storehouse/db/tenant";
import { v7 } from "uuid";
import { hashSecret, newSessionSecret, SESSION_MAX_AGE_S } from "./session-token.ts";

/** Where somebody signs in from. */
export type Origin = Readonly<{ device: string; address: string }>;

/** Starts a session for a person who has shown who they are, and writes it into the audit log. Returns its secret, which nothing else will ever tell again. */
export async function openSession(
  db: TenantDb,
  { id: userId, name: actorName }: Readonly<{ id: string; name: string }>,
  { device, address: whole }: Origin,
): Promise<Readonly<{ sessionSecret: string; sessionId: string }>> {
  const sessionSecret = newSessionSecret();
  const sessionId = v7();
  const now = new Date();
  const address = whole.slice(0, 64);
  await transaction(db, async (tx) => {
    await tx.insert(sessions).values({
      id: hashSecret(sessionSecret),
      publicId: sessionId,
      userId,
      device,
      address,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_MAX_AGE_S * 1000),
    });
    const line = { actorKind: "user", actorId: userId, actorName, action: "auth.login", entity: "session" };
    await tx.insert(auditLog).values({ ...line, id: v7(), at: now, entityId: sessionId, device, address });
    await tx.update(users).set({ lastSeenAt: now }).where(eq(users.id, userId));
  });
  return { sessionSecret, sessionId };
}
