import { count, isNull } from "@storehouse/db";
import { webhookEndpoints } from "@storehouse/db/tenant";
import { type CreatedWebhook, type CreateWebhookInput, fail, WEBHOOKS_MAX } from "@storehouse/domain";
import { personOf, type TenantContext } from "../context.ts";
import { recordChange } from "../live/record-change.ts";
import { createOnce } from "../record/create-once.ts";
import { assertAddress, assertManages } from "./assert-manages.ts";
import type { WebhookPorts } from "./ports.ts";
import { auditedOf } from "./webhook-record.ts";

/**
 * Adds an endpoint that is told of the events chosen, from now on. Its secret is in this answer alone: sent again, the request is answered without.
 * Throws NOT_ALLOWED, INVALID for an address that may not be told, LIMIT_REACHED, KEY_REUSED.
 */
export async function createWebhook(
  ctx: TenantContext,
  ports: WebhookPorts,
  input: CreateWebhookInput,
): Promise<CreatedWebhook> {
  assertManages(ctx, "webhooks.create");
  assertAddress(ports, input.url);
  const { id, url, description, events } = input;
  const { secret, locked } = ports.newWebhookSecret(id);
  let isNew = false;
  const record = { entity: "webhook", action: "webhooks.create", id, content: auditedOf(input), uniques: {} } as const;
  await createOnce(ctx, record, async (tx) => {
    await assertRoom(tx);
    const at = tx.now();
    const stamps = { createdBy: personOf(tx), createdAt: at, updatedAt: at };
    await tx.db.insert(webhookEndpoints).values({ id, url, description, events, ...locked, ...stamps });
    await recordChange(tx, { topic: "webhooks", ids: [id] });
    isNew = true;
  });
  return { id, secret: isNew ? secret : null };
}

// Two at once may make one too many, which harms nobody.
async function assertRoom({ db }: TenantContext): Promise<void> {
  const [row] = await db.select({ used: count() }).from(webhookEndpoints).where(isNull(webhookEndpoints.removedAt));
  const used = row?.used ?? 0;
  if (used >= WEBHOOKS_MAX) fail({ code: "LIMIT_REACHED", limit: "webhooks", used, allowed: WEBHOOKS_MAX });
}
