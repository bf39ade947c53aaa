import { eq } from "@storehouse/db";
import { webhookEndpoints } from "@storehouse/db/tenant";
import { fail, type RotatedSecret, type RotateWebhookInput, SECRET_OVERLAP_HOURS } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, type TenantContext } from "../context.ts";
import { recordChange } from "../live/record-change.ts";
import { assertManages } from "./assert-manages.ts";
import type { WebhookPorts } from "./ports.ts";
import { lockWebhook } from "./webhook-record.ts";

const HOUR_MS = 60 * 60_000;

/**
 * Gives an endpoint a new secret, shown in this answer alone. For a day both sign, so that a receiver can change over without losing anything.
 * Throws NOT_ALLOWED, NOT_FOUND, and STALE for a version that is not the current one: sent twice, the second changes nothing.
 */
export function rotateWebhook(
  ctx: TenantContext,
  ports: WebhookPorts,
  { id, version }: RotateWebhookInput,
): Promise<RotatedSecret> {
  assertManages(ctx, "webhooks.update");
  const { secret, locked } = ports.newWebhookSecret(id);
  return atomically(ctx, async (tx) => {
    const stored = await lockWebhook(tx, id);
    if (stored.version !== version) {
      fail({ code: "STALE", entity: "webhook", id, current: { version: stored.version }, changed: ["secret"] });
    }
    const formerUntil = new Date(tx.now().getTime() + SECRET_OVERLAP_HOURS * HOUR_MS);
    await tx.db
      .update(webhookEndpoints)
      .set({
        ...locked,
        formerSecret: stored.secret,
        formerSecretKeyId: stored.secretKeyId,
        formerUntil,
        version: version + 1,
        updatedAt: tx.now(),
      })
      .where(eq(webhookEndpoints.id, id));
    await recordAudit(tx, {
      action: "webhooks.rotateSecret",
      entity: "webhook",
      entityId: id,
      after: { host: new URL(stored.url).host },
    });
    await recordChange(tx, { topic: "webhooks", ids: [id] });
    return { version: version + 1, secret, formerUntil: formerUntil.toISOString() };
  });
}
