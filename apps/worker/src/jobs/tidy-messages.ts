import { tidyMessages, tidyWebhooks } from "@storehouse/services";
import { forEachTenant } from "@storehouse/tenancy/fleet";
import { actAsJob } from "../act-as-job.ts";
import type { Job } from "../job.ts";

/** Removes notifications that were read, e-mails that were sent and webhooks that were delivered long ago. */
export const tidyOldMessages: Job = {
  name: "tidy-messages",
  run: async ({ tenancy, onFailure }) => {
    let removed = 0;
    const walk = await forEachTenant(tenancy, { concurrency: 2 }, async ({ db }) => {
      const ctx = actAsJob(db, "tidy-messages");
      removed += (await tidyMessages(ctx)).removed + (await tidyWebhooks(ctx)).removed;
    });
    for (const { dbName, error } of walk.failures) onFailure(dbName, error, "messages could not be tidied");
    return { removed, failed: walk.failures.length };
  },
};
