import { desc, eq } from "@storehouse/db";
import { auditLog, sessions, users } from "@storehouse/db/tenant";
import { type ExportedFile, fail } from "@storehouse/domain";
import { authorize, personOf, type TenantContext } from "../context.ts";
import type { FactoryFacts } from "./ports.ts";

// As much as a browser opens without effort; what is older is said to be left out.
const LINES_MAX = 10_000;

/** What the factory keeps about the caller, for them to take away: profile, sessions and what they did, newest first, as JSON. */
export async function exportOwn(ctx: TenantContext, { factoryName, dbName }: FactoryFacts): Promise<ExportedFile> {
  authorize(ctx, "profile.manage");
  const id = personOf(ctx);
  const { username, name, email, role, language, isActive, lastSeenAt, createdAt, updatedAt } = users;
  const [profile] = await ctx.db
    .select({ id: users.id, username, name, email, role, language, isActive, lastSeenAt, createdAt, updatedAt })
    .from(users)
    .where(eq(users.id, id));
  if (profile === undefined) return fail({ code: "NOT_SIGNED_IN" });
  const lines = await readActivity(ctx, id);
  const content = {
    factory: { factoryName, dbName },
    profile,
    sessions: await readSessions(ctx, id),
    activity: lines.slice(0, LINES_MAX),
    hasOlderActivity: lines.length > LINES_MAX,
  };
  return {
    fileName: `storehouse-${profile.username}-${ctx.now().toISOString().slice(0, 10)}.json`,
    mediaType: "application/json",
    base64: Buffer.from(JSON.stringify(content, null, 2)).toString("base64"),
  };
}

function readSessions({ db }: TenantContext, id: string) {
  const { device, address, createdAt, lastSeenAt, revokedAt } = sessions;
  return db
    .select({ device, address, createdAt, lastSeenAt, revokedAt })
    .from(sessions)
    .where(eq(sessions.userId, id))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(1_000);
}

function readActivity({ db }: TenantContext, id: string) {
  const { at, action, entity, entityId, before, after, reason, address, device } = auditLog;
  return db
    .select({ at, action, entity, entityId, before, after, reason, address, device })
    .from(auditLog)
    .where(eq(auditLog.actorId, id))
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(LINES_MAX + 1);
}
