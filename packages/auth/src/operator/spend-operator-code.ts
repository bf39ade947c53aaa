import { and, type CentralDb, centralTransaction, eq, isNull, lt } from "@storehouse/db";
import { operatorRecoveryCodes, operators } from "@storehouse/db/central";
import type { CodeVault } from "../second-factor/code-vault.ts";
import { hashRecoveryCode } from "../second-factor/recovery-codes.ts";
import type { CodeTry } from "../second-factor/spend-code.ts";

/** Accepts a code of the operator's phone, or one of their recovery codes, once. False when it is wrong, or was accepted before. */
export function spendOperatorCode(central: CentralDb, vault: CodeVault, given: CodeTry): Promise<boolean> {
  return /^\d{6}$/.test(given.code) ? spendPhoneCode(central, vault, given) : spendRecoveryCode(central, given);
}

async function spendPhoneCode(central: CentralDb, vault: CodeVault, { userId, code }: CodeTry): Promise<boolean> {
  const { secret, secretKeyId } = operators;
  const [row] = await central.select({ secret, secretKeyId }).from(operators).where(eq(operators.id, userId));
  if (row?.secret === undefined || row.secret === null || row.secretKeyId === null) return false;
  const step = vault.stepOf(userId, { secret: row.secret, secretKeyId: row.secretKeyId }, code);
  if (step === undefined) return false;
  // The row decides who was first: of one code sent many times at once, one is accepted.
  const [spent] = await centralTransaction(central, (tx) =>
    tx
      .update(operators)
      .set({ lastStep: step })
      .where(and(eq(operators.id, userId), lt(operators.lastStep, step))),
  );
  return spent.affectedRows === 1;
}

async function spendRecoveryCode(central: CentralDb, { userId, code }: CodeTry): Promise<boolean> {
  const isOpen = and(
    eq(operatorRecoveryCodes.operatorId, userId),
    eq(operatorRecoveryCodes.codeHash, hashRecoveryCode(code)),
    isNull(operatorRecoveryCodes.usedAt),
  );
  const [spent] = await centralTransaction(central, (tx) =>
    tx.update(operatorRecoveryCodes).set({ usedAt: new Date() }).where(isOpen),
  );
  return spent.affectedRows === 1;
}
