import { and, eq, inArray, ne, or, type SQL, sql } from "@storehouse/db";
import { auditLog, inventoryEntries } from "@storehouse/db/tenant";
import type { TenantContext } from "../context.ts";
import { inPlaces } from "../place-scope.ts";

/** Whose lines the caller may see: undefined for everybody's. */
export function ownerOf({ actor }: TenantContext): string | undefined {
  return actor.permissions.has("auditLogs.read") ? undefined : (actor.id ?? "");
}

/** True for the lines the caller may see: one's own, or all; of others', who is limited to places sees no booking elsewhere. */
export function visibleTo(ctx: TenantContext): SQL | undefined {
  const { id, places } = ctx.actor;
  const ownerId = ownerOf(ctx);
  if (ownerId !== undefined) return eq(auditLog.actorId, ownerId);
  if (places === null) return undefined;
  const booked = ctx.db
    .select({ found: sql`1` })
    .from(inventoryEntries, { forceIndex: ["inventory_entries_posting_ix"] })
    .where(and(eq(inventoryEntries.postingId, auditLog.entityId), inPlaces(ctx, inventoryEntries.locationId)))
    .limit(1);
  const isPlace = places.size === 0 ? sql`false` : inArray(auditLog.entityId, [...places]);
  return or(
    id === null ? undefined : eq(auditLog.actorId, id),
    and(ne(auditLog.entity, "posting"), ne(auditLog.entity, "location")),
    and(eq(auditLog.entity, "posting"), sql`(${booked}) = 1`),
    and(eq(auditLog.entity, "location"), isPlace),
  );
}
