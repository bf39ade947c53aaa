import type { TenantDb } from "@storehouse/db";
import type { TenantContext } from "@storehouse/services";

/**
 * A context for use cases that no person asked for: it holds no permission, and shows in the audit log by the job's name. `onQueued` hears what the
 * job puts into an outbox itself.
 */
export const actAsJob = (db: TenantDb, name: string, onQueued?: TenantContext["onQueued"]): TenantContext => ({
  db,
  actor: { kind: "job", id: null, name, permissions: new Set(), places: null },
  now: () => new Date(),
  // A job adds nothing that a plan counts.
  allowance: null,
  ...(onQueued === undefined ? {} : { onQueued }),
});
