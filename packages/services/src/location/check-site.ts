import { asc, eq, inArray } from "@storehouse/db";
import { locations } from "@storehouse/db/tenant";
import { fail } from "@storehouse/domain";
import type { TenantContext } from "../context.ts";
import { assertReach } from "../place-scope.ts";
import { getActive } from "../record/get-record.ts";
import { locationRecord } from "./location-record.ts";

/**
 * Refuses a site that would make the tree of places deeper than one level: itself, a place that has a site, or any when it has places of its own.
 * Locks both rows in the order of their ids, so that two changes at once can't build together what each alone may not.
 */
export async function checkSite(ctx: TenantContext, id: string, siteId: string): Promise<void> {
  const field = "siteId";
  assertReach(ctx, siteId, field);
  if (id === siteId) fail({ code: "INVALID", field, reason: "SITE_IS_ITSELF" });
  await ctx.db
    .select({ id: locations.id })
    .from(locations)
    .where(inArray(locations.id, [id, siteId]))
    .orderBy(asc(locations.id))
    .for("update");
  const site = await getActive(ctx.db, locationRecord, siteId, field);
  if (site.content.siteId !== null) fail({ code: "INVALID", field, reason: "SITE_HAS_SITE" });
  const [place] = await ctx.db.select({ id: locations.id }).from(locations).where(eq(locations.siteId, id)).limit(1);
  if (place !== undefined) fail({ code: "INVALID", field, reason: "HAS_PLACES" });
}
