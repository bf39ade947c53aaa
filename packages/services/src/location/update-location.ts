import type { UpdateLocationInput } from "@storehouse/domain";
import { authorize, type TenantContext } from "../context.ts";
import { assertReach } from "../place-scope.ts";
import { updateRecord } from "../record/update-record.ts";
import { checkSite } from "./check-site.ts";
import { locationRecord } from "./location-record.ts";

/** Changes a place, from the version the change was made from. A site archived since may stay; a new one must be in use. */
export async function updateLocation(ctx: TenantContext, input: UpdateLocationInput): Promise<{ version: number }> {
  authorize(ctx, "locations.update");
  const { id, version, ...content } = input;
  assertReach(ctx, id);
  return updateRecord(
    ctx,
    locationRecord,
    { id, version, content },
    {
      check: async (tx, stored, { siteId }) => {
        if (siteId !== null && siteId !== stored.content.siteId) await checkSite(tx, id, siteId);
      },
    },
  );
}
