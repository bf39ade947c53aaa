import { eq } from "@storehouse/db";
import { webhookEndpoints } from "@storehouse/db/tenant";
import { fail, type RemoveWebhookInput } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, type TenantContext } from "../context.ts";
import { recordChange } from "../live/record-change.ts";
import { assertManages } from "./assert-manages.ts";

/** Takes an endpoint away for good, its secrets with it; what waited is not sent any more. One that is gone is left so. Throws NOT_ALLOWED, NOT_FOUND. */
export function removeWebhook(ctx: TenantContext, { id }: RemoveWebhookInput): Promise<Record<string, never>> {
  assertManages(ctx, "webhooks.remove");
  return atomically(ctx, async (tx) => {
    const stored = await lockAny(tx, id);
    if (stored.removedAt !== null) return {};
    await tx.db
      .update(webhookEndpoints)
      .set({ removedAt: tx.now(), isActive: false, secret: "", formerSecret: null, formerSecretKeyId: null })
      .where(eq(webhookEndpoints.id, id));
    await recordAudit(tx, {
      action: "webhooks.remove",
      entity: "webhook",
      entityId: id,
      before: { host: new URL(stored.url).host },
    });
    await recordChange(tx, { topic: "webhooks", ids: [id] });
    return {};
  });
}

async function lockAny({ db }: TenantContext, id: string) {
  const { url, removedAt } = webhookEndpoints;
  const [row] = await db
    .select({ url, removedAt })
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.id, id))
    .for("update");
  return row ?? fail({ code: "NOT_FOUND", entity: "webhook", id });
}
