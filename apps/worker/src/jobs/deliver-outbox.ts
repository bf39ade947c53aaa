import { deliverOutbox, type SendEmail } from "@storehouse/services";
import { forEachTenant } from "@storehouse/tenancy/fleet";
import { actAsJob } from "../act-as-job.ts";
import type { Job } from "../job.ts";

/** Sends the e-mails that are due, some of each factory. Once the mail server does not answer, the rest waits for the next run. */
export const deliverOutboxBy = (send: SendEmail): Job => ({
  name: "deliver-outbox",
  run: async ({ tenancy, log }) => {
    const counts = { sent: 0, failed: 0, dead: 0 };
    let isServerDown = false;
    const walk = await forEachTenant(tenancy, { concurrency: 2 }, async ({ db, dbName }) => {
      if (isServerDown) return;
      const delivered = await deliverOutbox(actAsJob(db, "deliver-outbox"), send);
      for (const key of ["sent", "failed", "dead"] as const) counts[key] += delivered[key];
      if (delivered.dead > 0) log.error({ dbName, dead: delivered.dead }, "e-mails were given up");
      isServerDown ||= delivered.isServerDown;
    });
    if (isServerDown) log.warn("the mail server does not answer");
    for (const { dbName, error } of walk.failures) log.warn({ dbName, error }, "an outbox could not be delivered");
    return counts;
  },
});
