import { apiKeys } from "@storehouse/db/tenant";
import { type CreateApiKeyInput, type CreatedApiKey, fail } from "@storehouse/domain";
import { authorize, personOf, type TenantContext } from "../context.ts";
import { createOnce } from "../record/create-once.ts";
import type { KeyPorts } from "../user/ports.ts";

/**
 * Makes an API key that acts as the caller with the scopes named, each of which the caller must hold. Its token is in this answer alone:
 * sent again, the request is answered without. Throws NOT_ALLOWED, INVALID for an end that has passed, KEY_REUSED.
 */
export async function createApiKey(
  ctx: TenantContext,
  keys: KeyPorts,
  input: CreateApiKeyInput,
): Promise<CreatedApiKey> {
  authorize(ctx, "apiKeys.create");
  for (const scope of input.scopes) authorize(ctx, scope);
  const expiresAt = input.expiresAt === null ? null : new Date(input.expiresAt);
  if (expiresAt !== null && expiresAt <= ctx.now())
    fail({ code: "INVALID", field: "expiresAt", reason: "IN_THE_PAST" });
  const { id, ...content } = input;
  const { token, ...kept } = keys.mintApiKey();
  let isNew = false;
  const record = { entity: "apiKey", action: "apiKeys.create", id, content, uniques: {} } as const;
  await createOnce(ctx, record, async (tx) => {
    const made = { id, name: input.name, scopes: input.scopes, ...kept, userId: personOf(tx) };
    await tx.db.insert(apiKeys).values({ ...made, createdAt: tx.now(), expiresAt });
    isNew = true;
  });
  return { id, token: isNew ? token : null };
}
