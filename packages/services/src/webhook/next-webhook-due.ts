import { and, asc, eq, isNull } from "@storehouse/db";
import { webhookDeliveries, webhookEndpoints } from "@storehouse/db/tenant";
import type { TenantContext } from "../context.ts";

/** When a factory's next webhook is to be sent; undefined when none waits. For jobs. */
export async function nextWebhookDue({ db }: TenantContext): Promise<Date | undefined> {
  const { id, retryAt, isActive, removedAt } = webhookEndpoints;
  const endpoints = await db
    .select({ id, retryAt })
    .from(webhookEndpoints)
    .where(and(eq(isActive, true), isNull(removedAt)));
  const times = await Promise.all(
    endpoints.map(async (endpoint) => {
      const [first] = await db
        .select({ dueAt: webhookDeliveries.dueAt })
        .from(webhookDeliveries)
        .where(and(eq(webhookDeliveries.endpointId, endpoint.id), eq(webhookDeliveries.state, "PENDING")))
        .orderBy(asc(webhookDeliveries.dueAt))
        .limit(1);
      return first && Math.max(first.dueAt.getTime(), endpoint.retryAt?.getTime() ?? 0);
    }),
  );
  const due = times.filter((time) => time !== undefined);
  return due.length === 0 ? undefined : new Date(Math.min(...due));
}
