import { eq, sql } from "@storehouse/db";
import { users } from "@storehouse/db/tenant";
import { type ChangePasswordInput, fail } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, personOf, type TenantContext } from "../context.ts";
import { revokeOthers } from "./end-session.ts";
import type { AccountPorts } from "./ports.ts";

/**
 * Sets the caller's new password and ends their other sessions.
 * Throws WRONG_PASSWORD when the current one does not match, INVALID when the new one is well known.
 */
export async function changePassword(
  ctx: TenantContext,
  accounts: AccountPorts,
  input: ChangePasswordInput,
): Promise<Record<string, never>> {
  authorize(ctx, "profile.manage");
  const id = personOf(ctx);
  const [person] = await ctx.db
    .select({ username: users.username, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, id));
  if (person === undefined) return fail({ code: "NOT_SIGNED_IN" });
  await accounts.guardPassword(() => accounts.verifyPassword(person.passwordHash, input.current), "current");
  if (input.next === input.current) fail({ code: "INVALID", field: "next", reason: "PASSWORD_SAME" });
  accounts.assertUsable(input.next, "next", [person.username]);

  // Hashing takes tens of milliseconds: no lock is held meanwhile.
  const passwordHash = await accounts.hashPassword(input.next);
  await atomically(ctx, async (tx) => {
    await tx.db
      .update(users)
      .set({
        passwordHash,
        mustChangePassword: false,
        sessionVersion: sql`${users.sessionVersion} + 1`,
        version: sql`${users.version} + 1`,
        updatedAt: tx.now(),
      })
      .where(eq(users.id, id));
    await revokeOthers(tx, accounts.sessionId);
    await recordAudit(tx, { action: "auth.changePassword", entity: "user", entityId: id });
  });
  accounts.forgetPerson(id);
  return {};
}
