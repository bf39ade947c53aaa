import { eq, type TenantDb, transaction } from "@storehouse/db";
import { sessions, users } from "@storehouse/db/tenant";
import { v7 } from "uuid";
import { hashSecret, newSessionSecret, SESSION_MAX_AGE_S } from "./session-token.ts";

/** Where somebody signs in from. */
export type Origin = Readonly<{ device: string; address: string }>;

/** Starts a session for a person whose password was right. Returns its secret, which nothing else will ever tell again. */
export async function openSession(
  db: TenantDb,
  userId: string,
  { device, address }: Origin,
): Promise<Readonly<{ sessionSecret: string; sessionId: string }>> {
  const sessionSecret = newSessionSecret();
  const sessionId = v7();
  const now = new Date();
  await transaction(db, async (tx) => {
    await tx.insert(sessions).values({
      id: hashSecret(sessionSecret),
      publicId: sessionId,
      userId,
      device,
      address: address.slice(0, 64),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_MAX_AGE_S * 1000),
    });
    await tx.update(users).set({ lastSeenAt: now }).where(eq(users.id, userId));
  });
  return { sessionSecret, sessionId };
}
