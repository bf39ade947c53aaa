import { eq } from "@storehouse/db";
import { apiKeys } from "@storehouse/db/tenant";
import { fail, type RevokeApiKeyInput } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, authorize, type TenantContext } from "../context.ts";
import type { KeyPorts } from "../user/ports.ts";

/** Ends a key for good: this process refuses it at once, another within seconds. One that has ended is left so. Throws NOT_FOUND. */
export async function revokeApiKey(
  ctx: TenantContext,
  keys: KeyPorts,
  { id }: RevokeApiKeyInput,
): Promise<Record<string, never>> {
  authorize(ctx, "apiKeys.revoke");
  const userId = await atomically(ctx, async (tx) => {
    const one = eq(apiKeys.id, id);
    const { revokedAt, userId: madeBy, name } = apiKeys;
    const [key] = await tx.db.select({ revokedAt, madeBy, name }).from(apiKeys).where(one).for("update");
    if (key === undefined) return fail({ code: "NOT_FOUND", entity: "apiKey", id });
    if (key.revokedAt !== null) return key.madeBy;
    await tx.db.update(apiKeys).set({ revokedAt: tx.now() }).where(one);
    await recordAudit(tx, { action: "apiKeys.revoke", entity: "apiKey", entityId: id, after: { name: key.name } });
    return key.madeBy;
  });
  keys.forgetPerson(userId);
  return {};
}
