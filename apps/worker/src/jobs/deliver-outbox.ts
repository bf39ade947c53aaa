import { deliverOutbox, nextEmailDue, type SendEmail } from "@storehouse/services";
import { actAsJob } from "../act-as-job.ts";
import type { Job } from "../job.ts";
import { walkOutboxes } from "../walk-outboxes.ts";

const SERVER_PAUSE_MS = 60_000;

/** Sends the e-mails that are due, some of each factory. Once the mail server does not answer, the rest waits for a minute. */
export const deliverOutboxBy = (send: SendEmail): Job => ({
  name: "deliver-outbox",
  run: async ({ tenancy, log }) => {
    const counts = { sent: 0, failed: 0, dead: 0 };
    let isServerDown = false;
    await walkOutboxes({
      tenancy,
      log,
      kind: "email",
      work: async ({ db, dbName }) => {
        const ctx = actAsJob(db, "deliver-outbox");
        if (!isServerDown) {
          const delivered = await deliverOutbox(ctx, send);
          for (const key of ["sent", "failed", "dead"] as const) counts[key] += delivered[key];
          if (delivered.dead > 0) log.error({ dbName, dead: delivered.dead }, "e-mails were given up");
          isServerDown ||= delivered.isServerDown;
        }
        const next = await nextEmailDue(ctx);
        const soonest = new Date(Date.now() + (isServerDown ? SERVER_PAUSE_MS : 0));
        return next && (next > soonest ? next : soonest);
      },
    });
    if (isServerDown) log.warn("the mail server does not answer");
    return counts;
  },
});
