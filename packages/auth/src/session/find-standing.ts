import { and, eq, gt, inArray, isNull, type TenantDb } from "@storehouse/db";
import { sessions, users } from "@storehouse/db/tenant";

/** Which of some sessions, by the ids that lists show, are still open to people who may still sign in: one question for all of them. */
export async function findStanding(
  db: TenantDb,
  sessionIds: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  if (sessionIds.length === 0) return new Set();
  const rows = await db
    .select({ id: sessions.publicId })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        inArray(sessions.publicId, [...sessionIds]),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        eq(users.isActive, true),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}
