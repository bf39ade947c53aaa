import { signInLinks } from "@storehouse/db/tenant";
import { type ByIdInput, fail, SIGN_IN_LINK_MINUTES, type SignInLink } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, personOf, type TenantContext } from "../context.ts";
import { lockPerson } from "./lock-person.ts";
import type { SignInPorts } from "./ports.ts";

/**
 * Makes the link by which a person chooses a password: good once, for 30 minutes. One that was made before is void.
 * Throws NOT_FOUND, WRONG_STATE for who is deactivated, NOT_ALLOWED for who has more rights than the caller.
 */
export async function makeSignInLink(
  ctx: TenantContext,
  ports: Pick<SignInPorts, "newLink">,
  { id }: ByIdInput,
): Promise<SignInLink> {
  authorize(ctx, "users.reset");
  const { url, tokenHash } = ports.newLink();
  const createdAt = ctx.now();
  const expiresAt = new Date(createdAt.getTime() + SIGN_IN_LINK_MINUTES * 60_000);
  await atomically(ctx, async (tx) => {
    const { isActive, sessionVersion } = await lockPerson(tx, id);
    if (!isActive) fail({ code: "WRONG_STATE", entity: "user", id, state: "DEACTIVATED" });
    const link = { tokenHash, sessionVersion, createdBy: personOf(tx), createdAt, expiresAt, usedAt: null };
    await tx.db
      .insert(signInLinks)
      .values({ userId: id, ...link })
      .onDuplicateKeyUpdate({ set: link });
    const after = { expiresAt: expiresAt.toISOString() };
    await recordAudit(tx, { action: "users.reset", entity: "user", entityId: id, after });
  });
  return { url, expiresAt: expiresAt.toISOString() };
}
