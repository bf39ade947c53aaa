import { lt, or, sql } from "@storehouse/db";
import { sessions } from "@storehouse/db/tenant";
import { forEachTenant } from "@storehouse/tenancy/fleet";
import type { Job } from "../job.ts";

const KEPT_DAYS = 30;
const AT_ONCE = 5_000;

/** Removes sessions that ended a month ago: until then their owner can see where they were signed in. */
export const expireSessions: Job = {
  name: "expire-sessions",
  run: async ({ tenancy, onFailure }) => {
    const longAgo = sql`utc_timestamp(3) - interval ${KEPT_DAYS} day`;
    let removed = 0;
    const walk = await forEachTenant(tenancy, { concurrency: 2 }, async ({ db }) => {
      const isOver = or(lt(sessions.expiresAt, longAgo), lt(sessions.revokedAt, longAgo));
      const [result] = await db.delete(sessions).where(isOver).limit(AT_ONCE);
      removed += result.affectedRows;
    });
    for (const { dbName, error } of walk.failures) onFailure(dbName, error, "sessions could not be expired");
    return { removed, failed: walk.failures.length };
  },
};
