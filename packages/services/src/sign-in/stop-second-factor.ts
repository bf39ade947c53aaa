import { and, eq, isNull, sql } from "@storehouse/db";
import { secondFactors, sessions, users } from "@storehouse/db/tenant";
import type { ByIdInput, SecondFactorProofInput } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, personOf, type TenantContext } from "../context.ts";
import type { AccountPorts } from "../user/index.ts";
import { assertOwnProof } from "./assert-own-password.ts";
import { lockPerson } from "./lock-person.ts";
import { replaceRecoveryCodes } from "./recovery-codes.ts";

/** Turns the caller's second step off. Throws WRONG_PASSWORD, WRONG_CODE. */
export async function stopSecondFactor(
  ctx: TenantContext,
  accounts: AccountPorts,
  input: SecondFactorProofInput,
): Promise<Record<string, never>> {
  authorize(ctx, "profile.manage");
  const id = personOf(ctx);
  await assertOwnProof(ctx, accounts, input);
  await atomically(ctx, async (tx) => {
    await removeFactor(tx, id);
    await recordAudit(tx, { action: "auth.stopSecondFactor", entity: "user", entityId: id });
  });
  return {};
}

/**
 * Turns the second step off for somebody who has lost their phone, and signs them out everywhere. One that is off is left so.
 * Throws NOT_FOUND, NOT_ALLOWED for who has more rights than the caller.
 */
export async function removeSecondFactor(
  ctx: TenantContext,
  accounts: AccountPorts,
  { id }: ByIdInput,
): Promise<Record<string, never>> {
  authorize(ctx, "users.reset");
  await atomically(ctx, async (tx) => {
    await lockPerson(tx, id);
    if (!(await removeFactor(tx, id))) return;
    const revokedAt = tx.now();
    await tx.db
      .update(sessions)
      .set({ revokedAt })
      .where(and(eq(sessions.userId, id), isNull(sessions.revokedAt)));
    await tx.db
      .update(users)
      .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
      .where(eq(users.id, id));
    await recordAudit(tx, { action: "users.removeSecondFactor", entity: "user", entityId: id });
  });
  accounts.forgetPerson(id);
  return {};
}

async function removeFactor(ctx: TenantContext, userId: string): Promise<boolean> {
  const [removed] = await ctx.db.delete(secondFactors).where(eq(secondFactors.userId, userId));
  await replaceRecoveryCodes(ctx, userId, []);
  return removed.affectedRows === 1;
}
