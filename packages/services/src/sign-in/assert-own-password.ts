import { eq } from "@storehouse/db";
import { users } from "@storehouse/db/tenant";
import { fail, type SecondFactorProofInput } from "@storehouse/domain";
import { personOf, type TenantContext } from "../context.ts";
import type { AccountPorts } from "../user/index.ts";

/** Refuses with WRONG_PASSWORD unless the password is the caller's; with RATE_LIMITED after too many wrong ones. */
export async function assertOwnPassword(ctx: TenantContext, accounts: AccountPorts, password: string): Promise<void> {
  const { passwordHash } = users;
  const [person] = await ctx.db
    .select({ passwordHash })
    .from(users)
    .where(eq(users.id, personOf(ctx)));
  if (person === undefined) return fail({ code: "NOT_SIGNED_IN" });
  return accounts.guardPassword(() => accounts.verifyPassword(person.passwordHash, password), "password");
}

/** Refuses with WRONG_PASSWORD or WRONG_CODE unless both are the caller's; the code is spent. */
export async function assertOwnProof(
  ctx: TenantContext,
  accounts: AccountPorts,
  { password, code }: SecondFactorProofInput,
): Promise<void> {
  await assertOwnPassword(ctx, accounts, password);
  const { guardCode, spendCode } = accounts.signIn;
  await guardCode(() => spendCode(ctx.db, personOf(ctx), code), { code: "WRONG_CODE", field: "code" });
}
