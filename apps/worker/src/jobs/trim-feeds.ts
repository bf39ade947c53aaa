import { trimFeed } from "@storehouse/services";
import { forEachTenant } from "@storehouse/tenancy/fleet";
import type { Job } from "../job.ts";

const KEPT_MS = 60 * 60_000;

/** Drops changes that open screens were told of over an hour ago: who was away for longer asks for everything anew. */
export const trimFeeds: Job = {
  name: "trim-feeds",
  run: async ({ tenancy, onFailure }) => {
    let removed = 0;
    const walk = await forEachTenant(tenancy, { concurrency: 2 }, async ({ db }) => {
      removed += await trimFeed(db, new Date(Date.now() - KEPT_MS));
    });
    for (const { dbName, error } of walk.failures) onFailure(dbName, error, "a feed could not be trimmed");
    return { removed, failed: walk.failures.length };
  },
};
