import { eq } from "@storehouse/db";
import { webhookEndpoints } from "@storehouse/db/tenant";
import type { TenantContext } from "../context.ts";
import { recordChange } from "../live/record-change.ts";

/** Ends the pause of an endpoint whose receiver did not answer: somebody asks for it to be tried now. */
export async function sendSoon(tx: TenantContext, id: string): Promise<void> {
  await tx.db.update(webhookEndpoints).set({ retryAt: null }).where(eq(webhookEndpoints.id, id));
  await recordChange(tx, { topic: "webhooks", ids: [id] });
}
