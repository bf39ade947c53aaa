import { and, eq, isNull } from "@storehouse/db";
import { webhookEndpoints } from "@storehouse/db/tenant";
import { fail } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";

export type StoredWebhook = typeof webhookEndpoints.$inferSelect;

/** An endpoint that is there, locked until the transaction ends. Throws NOT_FOUND. */
export async function lockWebhook({ db }: TenantContext, id: string): Promise<StoredWebhook> {
  const there = and(eq(webhookEndpoints.id, id), isNull(webhookEndpoints.removedAt));
  const [row] = await db.select().from(webhookEndpoints).where(there).for("update");
  return row ?? fail({ code: "NOT_FOUND", entity: "webhook", id });
}

/** What the audit log keeps of an endpoint: of its address the host alone, since the rest may open something. */
export const auditedOf = ({
  url,
  description,
  events,
}: Readonly<{ url: string; description: string | null; events: readonly string[] }>) => ({
  host: new URL(url).host,
  description,
  events,
});

/** An endpoint that begins anew: nothing has failed, nothing is put off. */
export const NEVER_FAILED = { failures: 0, failingSince: null, retryAt: null, disabledAt: null } as const;
