import { eq, isDuplicateKey } from "@storehouse/db";
import { webhookDeliveries, webhookEvents } from "@storehouse/db/tenant";
import { fail, TEST_EVENT, type TestWebhookInput } from "@storehouse/domain";
import { recordAudit } from "../audit.ts";
import { atomically, type TenantContext } from "../context.ts";
import { newId } from "../new-id.ts";
import { noteQueued } from "../note-queued.ts";
import { assertManages } from "./assert-manages.ts";
import { lockWebhook } from "./webhook-record.ts";
import { sendSoon } from "./send-soon.ts";
import { bodyOf, FIRST_TIME, newDelivery } from "./write-events.ts";

/**
 * Sends an endpoint an event that stands for nothing, to see whether its receiver takes it. What came of it is in the log, under the id that the
 * client chose; sent twice, it is one trial. Throws NOT_ALLOWED, NOT_FOUND, WRONG_STATE for an endpoint that is off, KEY_REUSED.
 */
export async function testWebhook(
  ctx: TenantContext,
  { id, deliveryId }: TestWebhookInput,
): Promise<{ deliveryId: string }> {
  assertManages(ctx, "webhooks.replay");
  if (await isThere(ctx, id, deliveryId)) return { deliveryId };
  try {
    await atomically(ctx, (tx) => queueTest(tx, id, deliveryId));
  } catch (error) {
    if (!isDuplicateKey(error, "PRIMARY") || !(await isThere(ctx, id, deliveryId))) throw error;
  }
  return { deliveryId };
}

async function queueTest(tx: TenantContext, id: string, deliveryId: string): Promise<void> {
  const { isActive, url } = await lockWebhook(tx, id);
  if (!isActive) fail({ code: "WRONG_STATE", entity: "webhook", id, state: "OFF" });
  const at = tx.now();
  const eventId = newId();
  const head = { message: "A trial from Storehouse: nothing has happened." };
  const body = bodyOf(tx, at, { event: TEST_EVENT, head, list: undefined, items: [], count: 0 });
  await tx.db.insert(webhookEvents).values({ id: eventId, type: TEST_EVENT, at, body });
  const first = { eventId, endpointId: id, type: TEST_EVENT, replayId: FIRST_TIME };
  await tx.db.insert(webhookDeliveries).values({ ...newDelivery(at), ...first, id: deliveryId });
  await sendSoon(tx, id);
  await recordAudit(tx, {
    action: "webhooks.test",
    entity: "webhook",
    entityId: id,
    after: { host: new URL(url).host },
  });
  noteQueued(tx, "webhook");
}

async function isThere({ db }: TenantContext, id: string, deliveryId: string): Promise<boolean> {
  const { endpointId } = webhookDeliveries;
  const [row] = await db.select({ endpointId }).from(webhookDeliveries).where(eq(webhookDeliveries.id, deliveryId));
  if (row !== undefined && row.endpointId !== id) fail({ code: "KEY_REUSED", clientId: deliveryId });
  return row !== undefined;
}
