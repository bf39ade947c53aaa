import { proveLedger } from "@storehouse/services";
import { createOutboxMarker } from "@storehouse/tenancy";
import { forEachTenant } from "@storehouse/tenancy/fleet";
import { actAsJob } from "../act-as-job.ts";
import type { Job } from "../job.ts";

/** Proves every factory's ledger: a level that does not tie to its entries is an alert to its masters and a line for whoever runs the service. */
export const proveLedgers: Job = {
  name: "prove-ledgers",
  run: async ({ tenancy, log, onFailure }) => {
    let proven = 0;
    const marker = createOutboxMarker(tenancy.central, (error) => log.warn({ error }, "an outbox could not be marked"));
    const walk = await forEachTenant(tenancy, { concurrency: 1 }, async ({ db, factoryId }) => {
      const { isProven, differences } = await proveLedger(
        actAsJob(db, "prove-ledgers", (kind) => marker.note(factoryId, kind)),
      );
      if (!isProven)
        throw new Error(`${differences.length} of its levels, totals or balances differ from its entries.`);
      proven += 1;
    });
    await marker.flush();
    for (const { dbName, error } of walk.failures) onFailure(dbName, error, "a ledger is not proven");
    return { proven, failed: walk.failures.length };
  },
};
