import { eq } from "@storehouse/db";
import { webhookEndpoints } from "@storehouse/db/tenant";
import { fail, type UpdateWebhookInput } from "@storehouse/domain";
import { difference, recordAudit } from "../audit.ts";
import { atomically, type TenantContext } from "../context.ts";
import { recordChange } from "../live/record-change.ts";
import { noteQueued } from "../note-queued.ts";
import { changedFields } from "../record/same-content.ts";
import { assertAddress, assertManages } from "./assert-manages.ts";
import type { WebhookPorts } from "./ports.ts";
import { auditedOf, lockWebhook, NEVER_FAILED } from "./webhook-record.ts";

/**
 * Changes an endpoint from the version the change was made from, or turns it off or on; on again, it begins as if nothing had failed, and what
 * waited is sent. Sent twice it answers twice. Throws NOT_ALLOWED, NOT_FOUND, STALE, INVALID for an address that may not be told.
 */
export function updateWebhook(
  ctx: TenantContext,
  ports: WebhookPorts,
  { id, version, ...content }: UpdateWebhookInput,
): Promise<{ version: number }> {
  assertManages(ctx, "webhooks.update");
  assertAddress(ports, content.url);
  return atomically(ctx, async (tx) => {
    const stored = await lockWebhook(tx, id);
    const { url, description, events, isActive } = stored;
    const before = { url, description, events, isActive };
    const changed = changedFields<Record<string, unknown>>(before, content);
    if (changed.length === 0) return { version: stored.version };
    if (stored.version !== version) {
      fail({ code: "STALE", entity: "webhook", id, current: { ...before, version: stored.version }, changed });
    }
    const isFreshStart = content.isActive && (!isActive || content.url !== url);
    await tx.db
      .update(webhookEndpoints)
      .set({ ...content, version: version + 1, updatedAt: tx.now(), ...(isFreshStart ? NEVER_FAILED : {}) })
      .where(eq(webhookEndpoints.id, id));
    const lines = difference(
      { ...auditedOf(before), isActive, path: pathOf(url) },
      { ...auditedOf(content), isActive: content.isActive, path: pathOf(content.url) },
    );
    await recordAudit(tx, { action: "webhooks.update", entity: "webhook", entityId: id, ...hidePath(lines) });
    await recordChange(tx, { topic: "webhooks", ids: [id] });
    if (isFreshStart) noteQueued(tx, "webhook");
    return { version: version + 1 };
  });
}

const pathOf = (url: string): string => url.slice(new URL(url).origin.length);

/** That the rest of an address changed is told, what it was and is now not. */
const hidePath = ({ before, after }: ReturnType<typeof difference<Record<string, unknown>>>) => ({
  before: "path" in before ? { ...before, path: "[hidden]" } : before,
  after: "path" in after ? { ...after, path: "[hidden]" } : after,
});
