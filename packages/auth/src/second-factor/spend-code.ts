import { and, eq, isNull, lt, type TenantDb } from "@storehouse/db";
import { recoveryCodes, secondFactors } from "@storehouse/db/tenant";
import type { CodeVault } from "./code-vault.ts";
import { hashRecoveryCode } from "./recovery-codes.ts";

/** Whose code it is, and what they typed, without spaces and dashes. */
export type CodeTry = Readonly<{ userId: string; code: string }>;

/** Accepts a code of the person's phone, or one of their recovery codes, once. False when it is wrong, or was accepted before. */
export function spendCode(db: TenantDb, vault: CodeVault, given: CodeTry): Promise<boolean> {
  return /^\d{6}$/.test(given.code) ? spendPhoneCode(db, vault, given) : spendRecoveryCode(db, given);
}

async function spendPhoneCode(db: TenantDb, vault: CodeVault, { userId, code }: CodeTry): Promise<boolean> {
  const { secret, secretKeyId } = secondFactors;
  const isOn = and(eq(secondFactors.userId, userId), eq(secondFactors.isOn, true));
  const [locked] = await db.select({ secret, secretKeyId }).from(secondFactors).where(isOn);
  const step = locked && vault.stepOf(userId, locked, code);
  if (step === undefined) return false;
  // The row decides who was first: of one code sent many times at once, one is accepted.
  const [spent] = await db
    .update(secondFactors)
    .set({ lastStep: step })
    .where(and(isOn, lt(secondFactors.lastStep, step)));
  return spent.affectedRows === 1;
}

async function spendRecoveryCode(db: TenantDb, { userId, code }: CodeTry): Promise<boolean> {
  const isOpen = and(
    eq(recoveryCodes.userId, userId),
    eq(recoveryCodes.codeHash, hashRecoveryCode(code)),
    isNull(recoveryCodes.usedAt),
  );
  const [spent] = await db.update(recoveryCodes).set({ usedAt: new Date() }).where(isOpen);
  return spent.affectedRows === 1;
}
