import { desc, eq } from "@storehouse/db";
import { webhookAttempts, webhookDeliveries, webhookEvents } from "@storehouse/db/tenant";
import { type ByIdInput, type DeliveryDetail, fail } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { assertManages } from "./assert-manages.ts";
import { selectDeliveries, toDeliveryRow } from "./list-deliveries.ts";

/** One delivery with the text that was sent and every attempt, the latest first. Throws NOT_FOUND. */
export async function getDelivery(ctx: TenantContext, { id }: ByIdInput): Promise<DeliveryDetail> {
  assertManages(ctx, "webhooks.read");
  const [row] = await selectDeliveries(ctx).where(eq(webhookDeliveries.id, id));
  if (row === undefined) return fail({ code: "NOT_FOUND", entity: "delivery", id });
  const [event] = await ctx.db
    .select({ body: webhookEvents.body })
    .from(webhookEvents)
    .where(eq(webhookEvents.id, row.eventId));
  const { number, at, status, error, durationMs, answer } = webhookAttempts;
  const tries = await ctx.db
    .select({ number, at, status, error, durationMs, answer })
    .from(webhookAttempts)
    .where(eq(webhookAttempts.deliveryId, id))
    .orderBy(desc(number));
  return {
    ...toDeliveryRow(row),
    body: event?.body ?? "",
    tries: tries.map((one) => ({ ...one, at: one.at.toISOString() })),
  };
}
