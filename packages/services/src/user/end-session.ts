import { and, eq, isNull, ne } from "@storehouse/db";
import { sessions } from "@storehouse/db/tenant";
import { type ByIdInput, fail } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, personOf, type TenantContext } from "../context.ts";
import type { AccountPorts } from "./ports.ts";

/** Ends one of the caller's own sessions. One that has ended already is left so. Throws NOT_FOUND for anybody else's. */
export async function endSession(
  ctx: TenantContext,
  accounts: AccountPorts,
  input: ByIdInput,
): Promise<Record<string, never>> {
  await revoke(ctx, accounts, { id: input.id, action: "auth.endSession" });
  return {};
}

/** Ends the session this request came with. */
export async function logOut(ctx: TenantContext, accounts: AccountPorts): Promise<Record<string, never>> {
  await revoke(ctx, accounts, { id: accounts.sessionId, action: "auth.logout" });
  accounts.clearCookie();
  return {};
}

/** Ends all of the caller's sessions but this one. */
export async function endOtherSessions(ctx: TenantContext, accounts: AccountPorts): Promise<Record<string, never>> {
  authorize(ctx, "profile.manage");
  await atomically(ctx, async (tx) => {
    await revokeOthers(tx, accounts.sessionId);
    await recordAudit(tx, { action: "auth.endOtherSessions", entity: "user", entityId: personOf(tx) });
  });
  accounts.forgetPerson(personOf(ctx));
  return {};
}

/** Ends a person's sessions, all but one where the caller keeps it. Part of a larger change: the caller forgets and audits. */
export async function revokeOthers(ctx: TenantContext, keptId: string): Promise<void> {
  await ctx.db
    .update(sessions)
    .set({ revokedAt: ctx.now() })
    .where(and(eq(sessions.userId, personOf(ctx)), isNull(sessions.revokedAt), ne(sessions.publicId, keptId)));
}

type Wish = { id: string; action: string };

async function revoke(ctx: TenantContext, accounts: AccountPorts, { id, action }: Wish): Promise<void> {
  authorize(ctx, "profile.manage");
  await atomically(ctx, async (tx) => {
    const own = and(eq(sessions.publicId, id), eq(sessions.userId, personOf(tx)));
    const [session] = await tx.db.select({ revokedAt: sessions.revokedAt }).from(sessions).where(own).for("update");
    if (session === undefined) return fail({ code: "NOT_FOUND", entity: "session", id });
    if (session.revokedAt !== null) return;
    await tx.db.update(sessions).set({ revokedAt: tx.now() }).where(own);
    await recordAudit(tx, { action, entity: "session", entityId: id });
  });
  accounts.forgetPerson(personOf(ctx));
}
