import { and, asc, eq, gt, inArray } from "@storehouse/db";
import { notifications, users } from "@storehouse/db/tenant";
import type { LiveChange } from "@storehouse/domain";
import { atomically, type TenantContext } from "../context.ts";
import { recordChange } from "../live/index.ts";
import { newId } from "../new-id.ts";

const MASTERS_MAX = 50;

/**
 * Tells the factory's masters that no backup has been verified since a moment: each of them once, however often it is
 * called. For jobs. Answers how many were told.
 */
export const tellStaleBackup = (ctx: TenantContext, since: Date): Promise<number> =>
  atomically(ctx, async (tx) => {
    const masters = await findMasters(tx);
    const told = await tx.db
      .select({ userId: notifications.userId })
      .from(notifications)
      .where(
        and(
          inArray(notifications.userId, [...masters]),
          gt(notifications.createdAt, since),
          eq(notifications.kind, "BACKUP_STALE"),
        ),
      );
    const hasHeard = new Set(told.map(({ userId }) => userId));
    const createdAt = tx.now();
    const rows = masters
      .filter((userId) => !hasHeard.has(userId))
      .map((userId) => ({ id: newId(), userId, kind: "BACKUP_STALE" as const, count: 1, createdAt }));
    if (rows.length === 0) return 0;
    const changes = rows.map(({ id, userId }): LiveChange => ({ topic: "notifications", ids: [id], userId }));
    await recordChange(tx, ...changes);
    await tx.db.insert(notifications).values(rows);
    return rows.length;
  });

/** Locked, so that two that tell at once tell one after the other. */
async function findMasters({ db }: TenantContext): Promise<readonly string[]> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "master"), eq(users.isActive, true)))
    .orderBy(asc(users.id))
    .limit(MASTERS_MAX)
    .for("update");
  return rows.map(({ id }) => id);
}
