import { markAllOutboxes } from "@storehouse/tenancy/fleet";
import type { Job } from "../job.ts";

/**
 * Has every factory's outboxes looked at. A web process says which have something to send, after it stored that; if it died in between, this
 * is when it is found.
 */
export const markOutboxes: Job = {
  name: "mark-outboxes",
  run: async ({ tenancy }) => {
    const now = new Date();
    await markAllOutboxes(tenancy.central, "email", now);
    await markAllOutboxes(tenancy.central, "webhook", now);
    return {};
  },
};
