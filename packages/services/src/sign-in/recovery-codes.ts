import { eq } from "@storehouse/db";
import { recoveryCodes } from "@storehouse/db/tenant";
import type { SecondFactorProofInput } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, personOf, type TenantContext } from "../context.ts";
import type { AccountPorts } from "../user/index.ts";
import { assertOwnProof } from "./assert-own-password.ts";

/** Gives the caller new recovery codes; the old ones are void. Throws WRONG_PASSWORD, WRONG_CODE. */
export async function renewRecoveryCodes(
  ctx: TenantContext,
  accounts: AccountPorts,
  input: SecondFactorProofInput,
): Promise<Readonly<{ recoveryCodes: readonly string[] }>> {
  authorize(ctx, "profile.manage");
  const id = personOf(ctx);
  await assertOwnProof(ctx, accounts, input);
  const made = accounts.signIn.newRecoveryCodes();
  await atomically(ctx, async (tx) => {
    await replaceRecoveryCodes(tx, id, made.hashes);
    await recordAudit(tx, { action: "auth.renewRecoveryCodes", entity: "user", entityId: id });
  });
  return { recoveryCodes: made.codes };
}

/** Puts a person's new recovery codes in the place of the old. Part of a larger change: the caller audits. */
export async function replaceRecoveryCodes(
  { db }: TenantContext,
  userId: string,
  hashes: readonly string[],
): Promise<void> {
  await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  if (hashes.length > 0) await db.insert(recoveryCodes).values(hashes.map((codeHash) => ({ userId, codeHash })));
}
