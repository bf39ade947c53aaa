import { deliverWebhooks, nextWebhookDue, type SendWebhook } from "@storehouse/services";
import { createOutboxMarker } from "@storehouse/tenancy";
import { actAsJob } from "../act-as-job.ts";
import type { Job } from "../job.ts";
import { walkOutboxes } from "../walk-outboxes.ts";

/** A factory with more to send than this takes comes again after the others. */
const TURN_MS = 15_000;

/** Tells programs what has happened: of each factory that has something to tell, for one turn. */
export const deliverWebhooksBy = (senderOf: (factoryId: string) => SendWebhook): Job => ({
  name: "deliver-webhooks",
  run: async ({ tenancy, log }) => {
    const counts = { delivered: 0, failed: 0, dead: 0, disabled: 0 };
    const marker = createOutboxMarker(tenancy.central, (error) => log.warn({ error }, "an outbox could not be marked"));
    await walkOutboxes({
      tenancy,
      log,
      kind: "webhook",
      work: async ({ db, dbName, factoryId }) => {
        const ctx = actAsJob(db, "deliver-webhooks", (kind) => marker.note(factoryId, kind));
        const done = await deliverWebhooks(ctx, senderOf(factoryId), new Date(Date.now() + TURN_MS));
        for (const key of ["delivered", "failed", "dead", "disabled"] as const) counts[key] += done[key];
        if (done.disabled > 0) log.warn({ dbName, disabled: done.disabled }, "webhooks were turned off");
        return nextWebhookDue(ctx);
      },
    });
    await marker.flush();
    return counts;
  },
});
