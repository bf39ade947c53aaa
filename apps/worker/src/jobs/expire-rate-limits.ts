import { lt } from "@storehouse/db";
import { rateLimits } from "@storehouse/db/central";
import type { Job } from "../job.ts";

const AT_ONCE = 10_000;

/** Removes counters of rate limits whose time is over. */
export const expireRateLimits: Job = {
  name: "expire-rate-limits",
  run: async ({ tenancy }) => {
    const [result] = await tenancy.central.delete(rateLimits).where(lt(rateLimits.expire, Date.now())).limit(AT_ONCE);
    return { removed: result.affectedRows };
  },
};
