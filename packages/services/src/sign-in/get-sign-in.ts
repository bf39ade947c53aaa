import { and, eq } from "@storehouse/db";
import { secondFactors, signInLinks, users } from "@storehouse/db/tenant";
import { type ByIdInput, fail, type PersonSignIn } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import type { SignInPorts } from "./ports.ts";

/** How a person stands with signing in: second step, open link, and a lock after too many wrong passwords. Throws NOT_FOUND. */
export async function getSignIn(ctx: TenantContext, ports: SignInPorts, { id }: ByIdInput): Promise<PersonSignIn> {
  authorize(ctx, "users.reset");
  const [row] = await ctx.db
    .select({
      username: users.username,
      sessionVersion: users.sessionVersion,
      isOn: secondFactors.isOn,
      linkVersion: signInLinks.sessionVersion,
      expiresAt: signInLinks.expiresAt,
      usedAt: signInLinks.usedAt,
    })
    .from(users)
    .leftJoin(secondFactors, and(eq(secondFactors.userId, users.id), eq(secondFactors.isOn, true)))
    .leftJoin(signInLinks, eq(signInLinks.userId, users.id))
    .where(eq(users.id, id));
  if (row === undefined) return fail({ code: "NOT_FOUND", entity: "user", id });
  const lock = await ports.lockOf(row.username);
  const isOpen = row.usedAt === null && row.linkVersion === row.sessionVersion;
  const openUntil = isOpen && row.expiresAt !== null && row.expiresAt > ctx.now() ? row.expiresAt.toISOString() : null;
  return {
    hasSecondFactor: row.isOn === true,
    linkOpenUntil: openUntil,
    lock: lock === undefined ? null : { addresses: lock.addresses, until: lock.until.toISOString() },
  };
}
