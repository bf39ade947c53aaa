import { and, count, eq, isNull } from "@storehouse/db";
import { recoveryCodes, secondFactors, users } from "@storehouse/db/tenant";
import {
  type ConfirmSecondFactorInput,
  fail,
  type SecondFactorSecret,
  type SecondFactorState,
  type StartSecondFactorInput,
} from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, personOf, type TenantContext } from "../context.ts";
import { type AccountPorts, revokeOthers } from "../user/index.ts";
import { assertOwnPassword } from "./assert-own-password.ts";
import { replaceRecoveryCodes } from "./recovery-codes.ts";

/** Whether the caller has turned the second step on, and how many recovery codes are left. */
export async function getSecondFactor(ctx: TenantContext): Promise<SecondFactorState> {
  authorize(ctx, "profile.manage");
  const id = personOf(ctx);
  const [row] = await ctx.db
    .select({ confirmedAt: secondFactors.confirmedAt })
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, id), eq(secondFactors.isOn, true)));
  if (row === undefined) return { isOn: false, confirmedAt: null, recoveryCodesLeft: 0 };
  const [left] = await ctx.db
    .select({ total: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, id), isNull(recoveryCodes.usedAt)));
  return { isOn: true, confirmedAt: row.confirmedAt?.toISOString() ?? null, recoveryCodesLeft: left?.total ?? 0 };
}

/**
 * Makes the secret for the caller's phone; nothing is asked of it before a first code confirms it. Started again, it makes another.
 * Throws WRONG_PASSWORD, and WRONG_STATE when the second step is on.
 */
export async function startSecondFactor(
  ctx: TenantContext,
  accounts: AccountPorts,
  { password }: StartSecondFactorInput,
): Promise<SecondFactorSecret> {
  authorize(ctx, "profile.manage");
  const id = personOf(ctx);
  await assertOwnPassword(ctx, accounts, password);
  const { secret, locked } = accounts.signIn.newCodeSecret(id);
  const username = await atomically(ctx, async (tx) => {
    const [person] = await tx.db.select({ username: users.username }).from(users).where(eq(users.id, id)).for("update");
    if (person === undefined) return fail({ code: "NOT_SIGNED_IN" });
    const isOn = secondFactors.isOn;
    const [row] = await tx.db.select({ isOn }).from(secondFactors).where(eq(secondFactors.userId, id)).for("update");
    if (row?.isOn === true) return fail({ code: "WRONG_STATE", entity: "user", id, state: "SECOND_FACTOR_ON" });
    const made = { ...locked, createdAt: tx.now() };
    await tx.db
      .insert(secondFactors)
      .values({ userId: id, ...made })
      .onDuplicateKeyUpdate({ set: made });
    await recordAudit(tx, { action: "auth.startSecondFactor", entity: "user", entityId: id });
    return person.username;
  });
  return { secret, uri: accounts.signIn.codeUri(secret, username) };
}

/**
 * Turns the second step on with a first code, ends the caller's other sessions, and gives out recovery codes, which nothing will tell again.
 * Throws WRONG_CODE, and WRONG_STATE when it is on already or was not started.
 */
export async function confirmSecondFactor(
  ctx: TenantContext,
  accounts: AccountPorts,
  { code }: ConfirmSecondFactorInput,
): Promise<Readonly<{ recoveryCodes: readonly string[] }>> {
  authorize(ctx, "profile.manage");
  const id = personOf(ctx);
  const started = and(eq(secondFactors.userId, id), eq(secondFactors.isOn, false));
  const { secret, secretKeyId } = secondFactors;
  const [locked] = await ctx.db.select({ secret, secretKeyId }).from(secondFactors).where(started);
  const state = { code: "WRONG_STATE", entity: "user", id, state: "SECOND_FACTOR_NOT_STARTED" } as const;
  if (locked === undefined) return fail(state);
  const step = accounts.signIn.stepOfCode(id, locked, code);
  await accounts.signIn.guardCode(() => Promise.resolve(step !== undefined), { code: "WRONG_CODE", field: "code" });

  const made = accounts.signIn.newRecoveryCodes();
  await atomically(ctx, async (tx) => {
    const [turnedOn] = await tx.db
      .update(secondFactors)
      .set({ isOn: true, confirmedAt: tx.now(), lastStep: step ?? 0 })
      .where(and(started, eq(secondFactors.secret, locked.secret)));
    if (turnedOn.affectedRows !== 1) fail(state);
    await replaceRecoveryCodes(tx, id, made.hashes);
    await revokeOthers(tx, accounts.sessionId);
    await recordAudit(tx, { action: "auth.confirmSecondFactor", entity: "user", entityId: id });
  });
  accounts.forgetPerson(id);
  return { recoveryCodes: made.codes };
}
